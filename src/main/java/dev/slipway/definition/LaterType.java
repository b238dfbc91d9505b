package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A type that is made when the first value of it is read, which for most files is never. */
final class LaterType<V> extends Type<V> {
  private final Supplier<Type<V>> supplier;
  private @Nullable Type<V> made;

  LaterType(Supplier<Type<V>> supplier) {
    this.supplier = supplier;
  }

  private Type<V> type() {
    Type<V> known = made;
    if (known == null) {
      known = supplier.get();
      made = known;
    }
    return known;
  }

  @Override
  @Nullable V read(YamlNode node, Reading reading) {
    return type().read(node, reading);
  }

  @Override
  boolean resembles(YamlNode node) {
    return type().resembles(node);
  }

  @Override
  boolean mayBeSecret() {
    return type().mayBeSecret();
  }

  @Override
  Optional<String> meantBy(YamlScalar written) {
    return type().meantBy(written);
  }

  @Override
  Optional<String> example() {
    return type().example();
  }

  @Override
  String words(Wording wording) {
    return type().words(wording);
  }

  @Override
  Mapping schema(SchemaForm form) {
    return type().schema(form);
  }

  @Override
  Node show(V value) {
    return type().show(value);
  }

  @Override
  boolean admits(V value) {
    return type().admits(value);
  }

  @Override
  boolean hasName() {
    return type().hasName();
  }

  @Override
  List<? extends Choice<?>> choices() {
    return type().choices();
  }

  @Override
  void visit(Consumer<Definition<?>> visitor) {
    type().visit(visitor);
  }
}
