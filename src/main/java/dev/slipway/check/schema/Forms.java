package dev.slipway.check.schema;

/** The forms of strings that the API server's decoder reads. */
final class Forms {
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int MICROS = 6;

  private Forms() {}

  /** Whether bytes can be read from a string: base64 with its padding, line ends anywhere. */
  static boolean isBase64(String written) {
    int length = 0;
    int padding = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '\n' || c == '\r') {
        continue;
      }
      length++;
      if (c == '=') {
        padding++;
      } else if (padding > 0 || !isBase64Digit(c)) {
        return false;
      }
    }
    return length % 4 == 0 && padding <= 2;
  }

  private static boolean isBase64Digit(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }

  /**
   * Whether a string is a time of RFC 3339.
   *
   * @param micros whether it must have six digits of a second's fraction; else it may have any
   */
  static boolean isTime(String written, boolean micros) {
    if (!fits(written, "0000-00-00T00:00:00") || !isDate(written)) {
      return false;
    }
    if (number(written, 11) > 23 || number(written, 14) > 59 || number(written, 17) > 59) {
      return false;
    }
    int at = 19;
    if (at < written.length() && (written.charAt(at) == '.' || written.charAt(at) == ',')) {
      int end = at + 1;
      while (end < written.length() && isDigit(written.charAt(end))) {
        end++;
      }
      if (end == at + 1 || (micros && end != at + 1 + MICROS)) {
        return false;
      }
      at = end;
    } else if (micros) {
      return false;
    }
    return isZone(written.substring(at));
  }

  /** Whether a string is a date, as a time of RFC 3339 begins with one. */
  static boolean isDay(String written) {
    return written.length() == 10 && fits(written, "0000-00-00") && isDate(written);
  }

  private static boolean isDate(String written) {
    int year = number(written, 0) * 100 + number(written, 2);
    int month = number(written, 5);
    int day = number(written, 8);
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= DAYS[month - 1] + (month == 2 && leap ? 1 : 0);
  }

  private static boolean isZone(String zone) {
    if (zone.equals("Z")) {
      return true;
    }
    return (fits(zone, "+00:00") || fits(zone, "-00:00"))
        && zone.length() == 6
        && number(zone, 1) <= 24
        && number(zone, 4) <= 60;
  }

  /** Whether a string begins as a form does, in which a 0 stands for any digit. */
  private static boolean fits(String written, String form) {
    if (written.length() < form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char c = written.charAt(i);
      if (form.charAt(i) == '0' ? !isDigit(c) : c != form.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String written, int at) {
    return (written.charAt(at) - '0') * 10 + written.charAt(at + 1) - '0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
