package dev.slipway.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an unquoted scalar is to Kubernetes' own reader, which kubectl, Helm and controllers use:
 * YAML 1.1 with exceptions. {@code yes}, {@code on} and {@code y} are booleans, {@code 017} and
 * {@code 0o17} are fifteen, {@code 1_000} is a thousand, {@code 1:30} and dates are strings, and
 * numbers with a fraction are float64.
 *
 * @see <a href="https://github.com/kubernetes-sigs/yaml/blob/v1.6.0/yaml.go">sigs.k8s.io/yaml
 *     1.6.0</a>
 * @see <a href="https://github.com/yaml/go-yaml/blob/v2.4.2/resolve.go">go-yaml 2.4.2, which it
 *     reads with</a>
 */
final class KubernetesScalars {
  /** Longer than any number that Kubernetes' reader gives back. */
  private static final int LONGEST_NUMBER = 800;

  private static final Pattern POINT_FIRST =
      Pattern.compile("\\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?");
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private KubernetesScalars() {}

  /** The null, boolean or number that {@code text} writes, or null where it is a string. */
  static @Nullable Scalar resolve(String text) {
    if (text.isEmpty()) {
      return Scalar.NULL;
    }
    char first = text.charAt(0);
    if ((first >= '0' && first <= '9') || first == '-' || first == '+') {
      return text.length() > LONGEST_NUMBER ? null : number(text.replace("_", ""));
    }
    if (first == '.') {
      boolean number = text.length() <= LONGEST_NUMBER && POINT_FIRST.matcher(text).matches();
      return number ? decimal(text.replace("_", "")) : null;
    }
    return switch (text) {
      case "~", "null", "Null", "NULL" -> Scalar.NULL;
      case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y" -> Scalar.TRUE;
      case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N" ->
          Scalar.FALSE;
      default -> null;
    };
  }

  private static @Nullable Scalar number(String text) {
    BigInteger integer = integer(text);
    if (integer != null && integer.compareTo(LEAST) >= 0 && integer.compareTo(MOST) <= 0) {
      return Scalar.of(integer);
    }
    return CoreScalars.isDecimal(text) ? decimal(text) : null;
  }

  /** As Go reads an integer whose base its prefix tells. */
  private static @Nullable BigInteger integer(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    int base = 10;
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      base =
          switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
          };
      boolean prefixed = base != 8 || digits.charAt(1) == 'o' || digits.charAt(1) == 'O';
      digits = digits.substring(prefixed ? 2 : 1);
    }
    if (!hasOnlyDigits(digits, base)) {
      return null;
    }
    BigInteger magnitude = new BigInteger(digits, base);
    return text.startsWith("-") ? magnitude.negate() : magnitude;
  }

  private static boolean hasOnlyDigits(String digits, int base) {
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c > 'f' || Character.digit(c, base) < 0) {
        return false;
      }
    }
    return !digits.isEmpty();
  }

  /** The nearest float64; beyond its range Kubernetes' reader takes the characters as a string. */
  private static @Nullable Scalar decimal(String text) {
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : Scalar.of(value);
  }

  /**
   * A key as Kubernetes' reader makes it a string, or null where it refuses it or where its float32
   * arithmetic would change more than the form of the number.
   */
  static @Nullable String key(Scalar key) {
    Boolean bool = key.asBoolean();
    Long integer = key.asLong();
    if (bool != null || integer != null) {
      return key.toString();
    }
    BigDecimal decimal = key.asDecimal();
    return decimal != null && decimal.precision() <= 6 && decimal.scale() <= 6
        ? decimal.toPlainString()
        : null;
  }
}
