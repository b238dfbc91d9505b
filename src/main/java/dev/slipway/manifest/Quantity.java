package dev.slipway.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a resource as Kubernetes writes it: {@code 500m}, {@code 2}, {@code 1.5Gi}, {@code
 * 1e3}. Compared exactly, written back as it was given. As in Kubernetes nothing is finer than a
 * billionth: what is, is rounded up.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
public final class Quantity implements Comparable<Quantity> {
  public static final Quantity ZERO = new Quantity("0");

  private static final int LONGEST = 64;
  private static final int FINEST = 9;
  private static final int PLAIN_DIGITS = 12;
  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))([eE][+-]?[0-9]{1,3}|[numkMGTPE]|[KMGTPE]i)?");

  private final String written;

  /** Computed when it is asked for: on JDK 25, BigDecimal takes 15 ms to be ready for use. */
  private @Nullable BigDecimal amount;

  private Quantity(String written) {
    this.written = written;
  }

  /**
   * The quantity that a string writes.
   *
   * @throws InvalidInputException if it is none
   */
  public static Quantity of(String written) {
    @Nullable Quantity parsed = parse(written);
    if (parsed == null) {
      throw new InvalidInputException(
          Problem.of(
              "'" + written + "' is no quantity.",
              "Write a number with an optional unit, such as 500m, 2, 512Mi or 1.5Gi."));
    }
    return parsed;
  }

  /** The quantity that a string writes, or null if it is none. */
  public static @Nullable Quantity parse(String written) {
    // Most are of the simple kind, which is seen for a quarter of what a regular expression costs.
    return thousandths(written) >= 0
            || (written.length() <= LONGEST && FORM.matcher(written).matches())
        ? new Quantity(written)
        : null;
  }

  /** A whole number of units. */
  public static Quantity of(long units) {
    return new Quantity(Long.toString(units));
  }

  /** CPU in thousandths of a core, written as {@code 1500m}, or {@code 2} where it is whole. */
  public static Quantity milli(long thousandths) {
    return thousandths % 1000 == 0 ? of(thousandths / 1000) : new Quantity(thousandths + "m");
  }

  /** Bytes, written with the largest binary unit that holds them exactly: {@code 512Mi}. */
  public static Quantity bytes(long bytes) {
    String[] units = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    long rest = bytes;
    int unit = 0;
    while (rest != 0 && rest % 1024 == 0 && unit < units.length - 1) {
      rest /= 1024;
      unit++;
    }
    return new Quantity(rest + units[unit]);
  }

  /** The amount in base units: cores, bytes or pieces. */
  public BigDecimal amount() {
    BigDecimal known = amount;
    if (known == null) {
      known = Units.amount(written);
      amount = known;
    }
    return known;
  }

  /** The amount in thousandths, rounded up as the scheduler does. */
  public long milliValue() {
    long plain = thousandths(written);
    return plain >= 0 ? plain : clamp(roundedUp(amount().movePointRight(3), 0).toBigInteger());
  }

  /** The amount in whole units, rounded up as the scheduler does. */
  public long value() {
    long plain = thousandths(written);
    return plain >= 0
        ? plain / 1000 + (plain % 1000 == 0 ? 0 : 1)
        : clamp(roundedUp(amount(), 0).toBigInteger());
  }

  public boolean isNegative() {
    return written.charAt(0) == '-' && !isZero();
  }

  public boolean isZero() {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= '1' && c <= '9') {
        return false;
      }
      if (Character.isLetter(c)) {
        break;
      }
    }
    return true;
  }

  /** As a manifest holds it. */
  public Text toNode() {
    return Text.of(written);
  }

  @Override
  public int compareTo(Quantity other) {
    long mine = thousandths(written);
    long others = thousandths(other.written);
    return mine >= 0 && others >= 0
        ? Long.compare(mine, others)
        : amount().compareTo(other.amount());
  }

  /** Equal when the amounts are, however they were written. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Quantity quantity
        && (written.equals(quantity.written) || compareTo(quantity) == 0);
  }

  @Override
  public int hashCode() {
    return amount().stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return written;
  }

  /**
   * The exact amount in thousandths of what is written as most quantities are: digits, and a unit
   * from m to Ti. Where it is written otherwise, or a long cannot hold it, -1.
   */
  private static long thousandths(String written) {
    long number = 0;
    int digits = 0;
    while (digits < written.length() && isDigit(written.charAt(digits))) {
      if (digits == PLAIN_DIGITS) {
        return -1;
      }
      number = 10 * number + written.charAt(digits) - '0';
      digits++;
    }
    long unit =
        digits == 0
            ? -1
            : switch (written.substring(digits)) {
              case "m" -> 1;
              case "" -> 1_000;
              case "k" -> 1_000_000;
              case "M" -> 1_000_000_000;
              case "G" -> 1_000_000_000_000L;
              case "Ki" -> 1_000L << 10;
              case "Mi" -> 1_000L << 20;
              case "Gi" -> 1_000L << 30;
              case "Ti" -> 1_000L << 40;
              default -> -1;
            };
    return unit < 0 || number > Long.MAX_VALUE / unit ? -1 : number * unit;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Away from zero, as Kubernetes rounds. */
  private static BigDecimal roundedUp(BigDecimal value, int digits) {
    return value.scale() > digits ? value.setScale(digits, RoundingMode.UP) : value;
  }

  private static long clamp(BigInteger value) {
    BigInteger max = BigInteger.valueOf(Long.MAX_VALUE);
    return value.abs().compareTo(max) > 0
        ? (value.signum() < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE)
        : value.longValue();
  }

  /** What the units stand for, apart from quantities so that it is loaded when it is needed. */
  private static final class Units {
    private static final Map<String, BigDecimal> FACTORS =
        Map.ofEntries(
            Map.entry("n", new BigDecimal("1e-9")),
            Map.entry("u", new BigDecimal("1e-6")),
            Map.entry("m", new BigDecimal("1e-3")),
            Map.entry("k", new BigDecimal("1e3")),
            Map.entry("M", new BigDecimal("1e6")),
            Map.entry("G", new BigDecimal("1e9")),
            Map.entry("T", new BigDecimal("1e12")),
            Map.entry("P", new BigDecimal("1e15")),
            Map.entry("E", new BigDecimal("1e18")),
            Map.entry("Ki", power(1)),
            Map.entry("Mi", power(2)),
            Map.entry("Gi", power(3)),
            Map.entry("Ti", power(4)),
            Map.entry("Pi", power(5)),
            Map.entry("Ei", power(6)));

    private static BigDecimal amount(String written) {
      Matcher matcher = FORM.matcher(written);
      if (!matcher.matches()) {
        throw new IllegalStateException("'" + written + "' is no quantity.");
      }
      BigDecimal number = new BigDecimal(matcher.group(1));
      @Nullable String unit = matcher.group(2);
      if (unit == null) {
        return roundedUp(number, FINEST);
      }
      BigDecimal factor = FACTORS.get(unit);
      if (factor == null) {
        factor = BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(unit.substring(1)));
      }
      return roundedUp(number.multiply(factor), FINEST);
    }

    private static BigDecimal power(int of1024) {
      return new BigDecimal(BigInteger.ONE.shiftLeft(10 * of1024));
    }
  }
}
