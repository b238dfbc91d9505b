package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import org.jspecify.annotations.Nullable;

/** A whole number of 64 bits, from one on. */
final class LongType extends Type<Long> {
  private final long from;

  LongType(long from) {
    this.from = from;
  }

  @Override
  @Nullable Long read(YamlNode node, Reading reading) {
    Long value = value(node);
    if (value == null || value < from) {
      reading.wrong(node, this);
      return null;
    }
    return value;
  }

  @Override
  boolean resembles(YamlNode node) {
    return value(node) != null;
  }

  private static @Nullable Long value(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.toNode() instanceof Scalar number
        ? number.asLong()
        : null;
  }

  @Override
  String words(Wording wording) {
    return wording.of("integer") + " of %s or more".formatted(from);
  }

  @Override
  Mapping schema(SchemaForm form) {
    return Mapping.builder().put("type", "integer").put("minimum", from).build();
  }

  @Override
  boolean admits(Long value) {
    return value >= from;
  }

  @Override
  Node show(Long value) {
    return Scalar.of(value);
  }
}
