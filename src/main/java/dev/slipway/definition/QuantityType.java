package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An amount as Kubernetes writes it, in one of several narrower forms. */
final class QuantityType extends Type<Quantity> {
  private static final String UNSIGNED = "([0-9]+(\\.[0-9]*)?|\\.[0-9]+)";

  static final QuantityType ANY =
      new QuantityType(
          "quantity",
          List.of("500m", "2", "1.5Gi"),
          UNSIGNED + "([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]{1,3})?",
          Set.of("", "m", "k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti"),
          0);

  static final QuantityType CPU =
      new QuantityType(
          "number of CPU cores",
          List.of("2", "0.5", "500m"),
          "[0-9]+(\\.[0-9]+)?|[0-9]+m",
          Set.of("", "m"),
          0);

  /** Without a unit, few bytes are many that lack their unit. */
  static final QuantityType BYTES =
      new QuantityType(
          "size with its unit",
          List.of("512Mi", "1.5Gi"),
          "[0-9]+(\\.[0-9]+)?([kMGTPE]|[KMGTPE]i)|[0-9]{7,}",
          Set.of("k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti"),
          1 << 20);

  private final String noun;
  private final List<String> examples;
  private final String pattern;
  private final LaterPattern form;
  private final Set<String> units;
  private final long leastNumber;

  private QuantityType(
      String noun, List<String> examples, String pattern, Set<String> units, long leastNumber) {
    this.noun = noun;
    this.examples = examples;
    this.pattern = pattern;
    this.form = new LaterPattern(pattern);
    this.units = units;
    this.leastNumber = leastNumber;
  }

  @Override
  @Nullable Quantity read(YamlNode node, Reading reading) {
    Quantity value = resembles(node) ? value((YamlScalar) node) : null;
    if (value == null) {
      reading.wrong(node, this);
    }
    return value;
  }

  private @Nullable Quantity value(YamlScalar scalar) {
    if (scalar.toNode() instanceof Scalar number) {
      return value(number);
    }
    String written = scalar.text();
    return fits(written) ? Quantity.parse(written) : null;
  }

  /** Whole numbers with a usual unit are plain to see; a pattern takes long to compile. */
  private boolean fits(String written) {
    int unit = 0;
    while (unit < written.length() && written.charAt(unit) >= '0' && written.charAt(unit) <= '9') {
      unit++;
    }
    return (unit > 0 && units.contains(written.substring(unit))) || form.matches(written);
  }

  /** What most files say is a long; see {@link Quantity} for why no BigDecimal is made of it. */
  private @Nullable Quantity value(Scalar number) {
    @Nullable Long whole = number.asLong();
    if (whole != null) {
      return whole < leastNumber ? null : Quantity.of(whole);
    }
    @Nullable BigDecimal amount = number.asDecimal();
    return amount == null || amount.compareTo(BigDecimal.valueOf(leastNumber)) < 0
        ? null
        : Quantity.parse(amount.toPlainString());
  }

  @Override
  boolean resembles(YamlNode node) {
    return node instanceof YamlScalar scalar
        && (scalar.string() != null || number(scalar.toNode()));
  }

  private static boolean number(Node node) {
    return node instanceof Scalar scalar && scalar.isNumber();
  }

  @Override
  Optional<String> meantBy(YamlScalar written) {
    Matcher amount = Meant.AMOUNT.matcher(written.text().strip());
    if (!amount.matches()) {
      return Optional.empty();
    }
    String unit = amount.group(2).toLowerCase(Locale.ROOT);
    return Meant.UNITS.stream()
        .filter(one -> one.getKey().matcher(unit).matches())
        .map(one -> amount.group(1) + one.getValue())
        .filter(meant -> form.matches(meant))
        .findFirst();
  }

  @Override
  String words(Wording wording) {
    return (wording.many()
            ? wording.of("value") + ", each " + Nouns.withArticle(noun)
            : wording.of(noun))
        + " such as "
        + wording.codes(examples, "or");
  }

  @Override
  Mapping schema(SchemaForm form) {
    return Mapping.builder()
        .put("type", Seq.ofStrings(List.of("string", "number")))
        .put("minimum", leastNumber)
        .put("pattern", "^(?:%s)$".formatted(pattern))
        .build();
  }

  @Override
  Node show(Quantity value) {
    return Text.of(value.toString());
  }

  /** What is only looked at where something is wrong. */
  private static final class Meant {
    private static final Pattern AMOUNT = Pattern.compile("([0-9.]+) *([A-Za-z]*)");

    /**
     * What people write for units, and how Kubernetes writes them; the first that fits is meant.
     */
    private static final List<Map.Entry<Pattern, String>> UNITS =
        List.of(
            unit("m+|millis?|millicores?", "m"),
            unit("c|cpus?|cores?", ""),
            unit("kb?", "k"),
            unit("mb?", "M"),
            unit("gb?", "G"),
            unit("tb?", "T"),
            unit("pb?", "P"),
            unit("kib?", "Ki"),
            unit("mib?", "Mi"),
            unit("gib?", "Gi"),
            unit("tib?", "Ti"),
            unit("pib?", "Pi"));

    private static Map.Entry<Pattern, String> unit(String written, String unit) {
      return Map.entry(Pattern.compile(written), unit);
    }
  }
}
