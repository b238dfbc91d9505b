package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A whole number in a range. */
final class IntegerType extends Type<Integer> {
  private static final int TYPICAL = 3;

  private final int from;
  private final int to;

  IntegerType(int from, int to) {
    this.from = from;
    this.to = to;
  }

  @Override
  @Nullable Integer read(YamlNode node, Reading reading) {
    Long value = value(node);
    if (value == null || value < from || value > to) {
      reading.wrong(node, this);
      return null;
    }
    return value.intValue();
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
  Optional<String> example() {
    return Optional.of(String.valueOf(Math.max(from, Math.min(to, TYPICAL))));
  }

  @Override
  String words(Wording wording) {
    return wording.of("integer")
        + (to == Integer.MAX_VALUE
            ? " of %s or more".formatted(from)
            : " from %s to %s".formatted(from, to));
  }

  @Override
  Mapping schema(SchemaForm form) {
    return Mapping.builder().put("type", "integer").put("minimum", from).put("maximum", to).build();
  }

  @Override
  boolean admits(Integer value) {
    return value >= from && value <= to;
  }

  @Override
  Node show(Integer value) {
    return Scalar.of(value);
  }
}
