package dev.slipway.check.schema;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a custom resource's definition says of a string or a number. */
final class Leaf {
  private final Mapping schema;
  private final Place place;
  private final Values values;
  private final Patterns patterns;

  Leaf(Mapping schema, Place place, Values values, Patterns patterns) {
    this.schema = schema;
    this.place = place;
    this.values = values;
    this.patterns = patterns;
  }

  void judge(Node value) {
    @Nullable String written = value instanceof Text text ? text.value() : null;
    @Nullable BigDecimal number = value instanceof Scalar scalar ? scalar.asDecimal() : null;
    if (written != null) {
      string(written);
    } else if (number != null) {
      number(value, number);
    }
  }

  /** The string itself is not told: it may be a secret. */
  private void string(String written) {
    values.count(written.codePointCount(0, written.length()), schema, "Length", "character", place);
    @Nullable String pattern = schema.string("pattern");
    if (pattern != null && patterns.refuses(pattern, written)) {
      values.add(
          place,
          "'%s' takes what matches '%s', and has something else.".formatted(place.shown(), pattern),
          "");
    }
    @Nullable String format = schema.string("format");
    @Nullable StringFormat known = format == null ? null : StringFormat.named(format);
    if (known != null && !known.takes(written)) {
      values.add(
          place,
          "'%s' takes %s, and has something else.".formatted(place.shown(), known.described()),
          known.remedy());
    }
  }

  private void number(Node value, BigDecimal number) {
    bound(value, number, "minimum", "exclusiveMinimum");
    bound(value, number, "maximum", "exclusiveMaximum");
    @Nullable BigDecimal factor = number("multipleOf");
    if (factor != null && factor.signum() > 0 && number.remainder(factor).signum() != 0) {
      values.beyond(value, "a multiple of " + factor.toPlainString(), place);
    }
  }

  private void bound(Node value, BigDecimal number, String name, String exclusively) {
    @Nullable BigDecimal bound = number(name);
    if (bound == null) {
      return;
    }
    // The server compares integers, cutting off a bound's fraction.
    BigDecimal limit =
        number.stripTrailingZeros().scale() <= 0 ? new BigDecimal(bound.toBigInteger()) : bound;
    boolean least = name.equals("minimum");
    boolean exclusive = Boolean.TRUE.equals(schema.bool(exclusively));
    int beyond = least ? limit.compareTo(number) : number.compareTo(limit);
    if (beyond > 0 || (exclusive && beyond == 0)) {
      String words =
          exclusive ? (least ? "more than" : "less than") : least ? "at least" : "at most";
      values.beyond(value, words + " " + bound.toPlainString(), place);
    }
  }

  private @Nullable BigDecimal number(String name) {
    return schema.get(name) instanceof Scalar scalar ? scalar.asDecimal() : null;
  }
}
