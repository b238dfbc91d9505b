package dev.slipway.definition;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type whose values become something else. */
final class ConvertedType<V, W> extends Type<W> {
  private final Type<V> type;
  private final Function<? super V, ? extends W> conversion;

  ConvertedType(Type<V> type, Function<? super V, ? extends W> conversion) {
    this.type = type;
    this.conversion = conversion;
  }

  @Override
  @Nullable W read(YamlNode node, Reading reading) {
    V value = type.read(node, reading);
    if (value == null) {
      return null;
    }
    try {
      return conversion.apply(value);
    } catch (InvalidInputException e) {
      reading.report(e, Places.of(node));
      return null;
    }
  }

  @Override
  boolean resembles(YamlNode node) {
    return type.resembles(node);
  }

  @Override
  boolean mayBeSecret() {
    return type.mayBeSecret();
  }

  @Override
  Optional<String> meantBy(YamlScalar written) {
    return type.meantBy(written);
  }

  @Override
  Optional<String> example() {
    return type.example();
  }

  @Override
  String words(Wording wording) {
    return type.words(wording);
  }

  @Override
  Mapping schema(SchemaForm form) {
    return type.schema(form);
  }

  @Override
  boolean hasName() {
    return type.hasName();
  }

  @Override
  List<? extends Choice<?>> choices() {
    return type.choices();
  }

  @Override
  void visit(Consumer<Definition<?>> visitor) {
    type.visit(visitor);
  }
}
