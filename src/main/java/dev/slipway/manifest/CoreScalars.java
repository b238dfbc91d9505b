package dev.slipway.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What an unquoted scalar is in YAML 1.2.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2.2, core schema</a>
 */
final class CoreScalars {
  /** Longer runs of digits are beyond every float64, and slow to read. */
  private static final int LONGEST_NUMBER = 800;

  /** A long has at most 18 digits that any number of that length fits into. */
  private static final int DIGITS_OF_LONG = 18;

  private CoreScalars() {}

  /** The null, boolean or number that {@code text} writes, or null where it is a string. */
  static @Nullable Scalar resolve(String text) {
    if (text.isEmpty()) {
      return Scalar.NULL;
    }
    if (mayBeNumber(text.charAt(0))) {
      return number(text);
    }
    return switch (text) {
      case "~", "null", "Null", "NULL" -> Scalar.NULL;
      case "true", "True", "TRUE" -> Scalar.TRUE;
      case "false", "False", "FALSE" -> Scalar.FALSE;
      default -> null;
    };
  }

  /**
   * Whether {@code text} writes a number that a manifest cannot hold: infinite, none, too large.
   */
  static boolean isBeyond(String text) {
    return !text.isEmpty()
        && mayBeNumber(text.charAt(0))
        && (isNotFinite(text) || (isNumber(text) && number(text) == null));
  }

  /** Whether {@code text} writes infinity or "not a number", with or without a sign. */
  static boolean isNotFinite(String text) {
    return switch (text) {
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" -> true;
      case ".nan", ".NaN", ".NAN" -> true;
      default -> false;
    };
  }

  private static @Nullable Scalar number(String text) {
    if (isInteger(text)) {
      int signs = isDigit(text.charAt(0)) ? 0 : 1;
      return text.length() - signs <= DIGITS_OF_LONG
          ? Scalar.of(Long.parseLong(text))
          : decimal(text);
    }
    if (isOctal(text)) {
      return inBase(text.substring(2), 8);
    }
    if (isHexadecimal(text)) {
      return inBase(text.substring(2), 16);
    }
    return isDecimal(text) ? decimal(text) : null;
  }

  private static boolean mayBeNumber(char first) {
    return isDigit(first) || first == '-' || first == '+' || first == '.';
  }

  private static boolean isNumber(String text) {
    return isDecimal(text) || isOctal(text) || isHexadecimal(text);
  }

  private static boolean isOctal(String text) {
    return text.startsWith("0o") && hasOnly(text, 2, "01234567");
  }

  private static boolean isHexadecimal(String text) {
    return text.startsWith("0x") && hasOnly(text, 2, "0123456789abcdefABCDEF");
  }

  private static @Nullable Scalar inBase(String digits, int base) {
    return digits.length() > LONGEST_NUMBER
        ? null
        : decimal(new BigInteger(digits, base).toString());
  }

  private static @Nullable Scalar decimal(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return null;
    }
    try {
      return Scalar.of(new BigDecimal(text));
    } catch (IllegalArgumentException | ArithmeticException beyond) {
      return null;
    }
  }

  private static boolean isInteger(String text) {
    return digits(text, isSign(text, 0) ? 1 : 0) == text.length() && isDigit(last(text));
  }

  /** {@code [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?}. */
  static boolean isDecimal(String text) {
    int at = isSign(text, 0) ? 1 : 0;
    int whole = digits(text, at);
    int end = whole;
    if (end < text.length() && text.charAt(end) == '.') {
      end = digits(text, end + 1);
      if (whole == at && end == whole + 1) {
        return false;
      }
    } else if (whole == at) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = isSign(text, end + 1) ? end + 2 : end + 1;
      end = digits(text, exponent);
      return end > exponent && end == text.length();
    }
    return end == text.length();
  }

  /** The index after the digits that begin at {@code from}. */
  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean hasOnly(String text, int from, String allowed) {
    for (int i = from; i < text.length(); i++) {
      if (allowed.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return text.length() > from;
  }

  private static boolean isSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static char last(String text) {
    return text.charAt(text.length() - 1);
  }
}
