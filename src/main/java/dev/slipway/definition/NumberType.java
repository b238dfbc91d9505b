package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number in a range, with or without a fraction. */
final class NumberType extends Type<BigDecimal> {
  private final BigDecimal from;
  private final BigDecimal to;

  NumberType(BigDecimal from, BigDecimal to) {
    this.from = from;
    this.to = to;
  }

  @Override
  @Nullable BigDecimal read(YamlNode node, Reading reading) {
    BigDecimal value = value(node);
    if (value == null || value.compareTo(from) < 0 || value.compareTo(to) > 0) {
      reading.wrong(node, this);
      return null;
    }
    return value;
  }

  @Override
  boolean resembles(YamlNode node) {
    return value(node) != null;
  }

  private static @Nullable BigDecimal value(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.toNode() instanceof Scalar number
        ? number.asDecimal()
        : null;
  }

  @Override
  String words(Wording wording) {
    return wording.of("number")
        + " from %s to %s".formatted(from.toPlainString(), to.toPlainString());
  }

  @Override
  Mapping schema(SchemaForm form) {
    return Mapping.builder()
        .put("type", "number")
        .put("minimum", Scalar.of(from))
        .put("maximum", Scalar.of(to))
        .build();
  }

  @Override
  Node show(BigDecimal value) {
    return Scalar.of(value);
  }
}
