package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One of two types that look different. */
final class EitherType<V> extends Type<V> {
  private final Type<V> one;
  private final Type<V> other;

  EitherType(Type<V> one, Type<V> other) {
    this.one = one;
    this.other = other;
  }

  @Override
  @Nullable V read(YamlNode node, Reading reading) {
    if (one.resembles(node)) {
      return one.read(node, reading);
    }
    if (other.resembles(node)) {
      return other.read(node, reading);
    }
    reading.wrong(node, this);
    return null;
  }

  @Override
  boolean resembles(YamlNode node) {
    return one.resembles(node) || other.resembles(node);
  }

  @Override
  boolean mayBeSecret() {
    return one.mayBeSecret() || other.mayBeSecret();
  }

  @Override
  Optional<String> meantBy(YamlScalar written) {
    return one.meantBy(written).or(() -> other.meantBy(written));
  }

  @Override
  String words(Wording wording) {
    String first = one.words(wording);
    return first + (first.contains(" or ") ? ", or " : " or ") + other.words(wording);
  }

  @Override
  Mapping schema(SchemaForm form) {
    return Mapping.of("anyOf", Seq.of(one.schema(form), other.schema(form)));
  }

  /** The shorter form, where it has one. */
  @Override
  Node show(V value) {
    try {
      return one.show(value);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return other.show(value);
    }
  }

  @Override
  void visit(Consumer<Definition<?>> visitor) {
    one.visit(visitor);
    other.visit(visitor);
  }
}
