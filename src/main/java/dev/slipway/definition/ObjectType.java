package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlNode;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An object with fields of its own. */
final class ObjectType<T> extends Type<T> {
  private final Supplier<Definition<T>> definition;

  ObjectType(Supplier<Definition<T>> definition) {
    this.definition = definition;
  }

  @Override
  @Nullable T read(YamlNode node, Reading reading) {
    return definition.get().readOrReport(node, reading);
  }

  @Override
  boolean resembles(YamlNode node) {
    return node instanceof YamlMapping;
  }

  @Override
  String words(Wording wording) {
    return wording.of(definition.get());
  }

  @Override
  Mapping schema(SchemaForm form) {
    return form.reference(definition.get());
  }

  @Override
  boolean hasName() {
    return definition.get().field("name").isPresent();
  }

  @Override
  void visit(Consumer<Definition<?>> visitor) {
    visitor.accept(definition.get());
  }
}
