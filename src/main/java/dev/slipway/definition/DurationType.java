package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A length of time, as Go and so Kubernetes' tools write it: whole numbers with their units. */
final class DurationType extends Type<Duration> {
  static final DurationType INSTANCE = new DurationType();

  private static final List<String> EXAMPLES = List.of("500ms", "30s", "1h30m");
  private static final String FORM =
      "(?=.)([0-9]{1,6}h)?([0-9]{1,6}m)?([0-9]{1,9}s)?([0-9]{1,9}ms)?";
  private static final LaterPattern COMPILED = new LaterPattern(FORM);

  private DurationType() {}

  @Override
  @Nullable Duration read(YamlNode node, Reading reading) {
    String written = node instanceof YamlScalar scalar ? scalar.string() : null;
    Matcher matcher = COMPILED.matcher(written == null ? "" : written);
    if (!matcher.matches()) {
      reading.wrong(node, this);
      return null;
    }
    return Duration.ofHours(number(matcher.group(1), 1))
        .plusMinutes(number(matcher.group(2), 1))
        .plusSeconds(number(matcher.group(3), 1))
        .plusMillis(number(matcher.group(4), 2));
  }

  private static long number(@Nullable String group, int unit) {
    return group == null ? 0 : Long.parseLong(group.substring(0, group.length() - unit));
  }

  @Override
  boolean resembles(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.string() != null;
  }

  @Override
  Optional<String> meantBy(YamlScalar written) {
    Matcher amount = Meant.AMOUNT.matcher(written.text());
    if (!amount.matches()) {
      return Optional.empty();
    }
    String unit = amount.group(2).toLowerCase(Locale.ROOT);
    String number = amount.group(1);
    if (unit.matches("d|days?")) {
      return Optional.of(24 * Long.parseLong(number) + "h");
    }
    return Meant.UNITS.entrySet().stream()
        .filter(one -> unit.matches(one.getKey()))
        .map(one -> number + one.getValue())
        .filter(meant -> COMPILED.matches(meant))
        .findFirst();
  }

  @Override
  String words(Wording wording) {
    return wording.of("duration") + " such as " + wording.codes(EXAMPLES, "or");
  }

  @Override
  Mapping schema(SchemaForm form) {
    return Mapping.builder()
        .put("type", "string")
        .put("pattern", "^(?:%s)$".formatted(FORM))
        .build();
  }

  @Override
  Node show(Duration value) {
    StringBuilder shown = new StringBuilder();
    append(shown, value.toHours(), "h");
    append(shown, value.toMinutesPart(), "m");
    append(shown, value.toSecondsPart(), "s");
    append(shown, value.toMillisPart(), "ms");
    return Text.of(shown.isEmpty() ? "0s" : shown.toString());
  }

  private static void append(StringBuilder shown, long number, String unit) {
    if (number > 0) {
      shown.append(number).append(unit);
    }
  }

  /** What is only looked at where something is wrong. */
  private static final class Meant {
    private static final Pattern AMOUNT = Pattern.compile("-?([0-9]{1,9}) *([A-Za-z]*)");

    /** What people write for each unit; seconds where they write none. */
    private static final Map<String, String> UNITS =
        Map.of(
            "ms|msecs?|millis|milliseconds?", "ms",
            "|s|secs?|seconds?", "s",
            "m|mins?|minutes?", "m",
            "h|hrs?|hours?", "h");
  }
}
