package dev.slipway.check.schema;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The formats that the API server holds strings of custom resources against, as far as they are
 * known here; any other takes every string.
 */
enum StringFormat {
  BYTE("base64", "Encode it with base64.", StringFormat::isBytes),
  DATE("a date", "Write it as 2025-01-31.", Forms::isDay),
  DATETIME("a time", "Write it as 2025-01-31T12:30:00Z.", StringFormat::isTime),
  DURATION("a duration", "Write it as 90s or 1h30m.", StringFormat::isDuration),
  UUID("a UUID", "", StringFormat::isUuid);

  private static final Pattern TIME_OF_DAY =
      Pattern.compile("([0-9]{2}):([0-9]{2}):([0-9]{2})(?:.[0-9]+)?(?:[zZ]|[+-][0-9]{2}:[0-9]{2})");
  private static final Pattern AMOUNT =
      Pattern.compile(
          "[0-9]\\s*(?:(?:ns|us|µs|μs|ms|[smhdw]|hr|wk)(?![A-Za-zµ])"
              + "|nano|micro|milli|sec|min|hour|day|week)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HEXADECIMAL =
      Pattern.compile("[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}");

  private final String described;
  private final String remedy;
  private final Predicate<String> form;

  StringFormat(String described, String remedy, Predicate<String> form) {
    this.described = described;
    this.remedy = remedy;
    this.form = form;
  }

  /** The format of a name as schemas write it, or null: {@code date-time}, {@code datetime}. */
  static @Nullable StringFormat named(String name) {
    return switch (name.replace("-", "")) {
      case "byte" -> BYTE;
      case "date" -> DATE;
      case "datetime" -> DATETIME;
      case "duration" -> DURATION;
      case "uuid" -> UUID;
      default -> null;
    };
  }

  boolean takes(String written) {
    return form.test(written);
  }

  String described() {
    return described;
  }

  String remedy() {
    return remedy;
  }

  private static boolean isBytes(String written) {
    return !written.isEmpty()
        && Forms.isBase64(written)
        && !written.contains("\n")
        && !written.contains("\r");
  }

  private static boolean isTime(String written) {
    if (written.length() < 11 || !Forms.isDay(written.substring(0, 10))) {
      return false;
    }
    String time = written.substring(11);
    return Character.toLowerCase(written.charAt(10)) == 't'
        && TIME_OF_DAY.matcher(time).matches()
        && time.substring(0, 2).compareTo("23") <= 0
        && time.substring(3, 5).compareTo("59") <= 0
        && time.substring(6, 8).compareTo("59") <= 0;
  }

  private static boolean isDuration(String written) {
    return AMOUNT.matcher(written).find() || written.matches("[+-]?0");
  }

  private static boolean isUuid(String written) {
    return HEXADECIMAL.matcher(written).matches();
  }
}
