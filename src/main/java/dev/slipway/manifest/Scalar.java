package dev.slipway.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A null, a boolean or a number; strings are {@link Text}.
 *
 * <p>Numbers are kept exactly, and a number without a fraction is the same whether it was written
 * {@code 1}, {@code 1.0} or {@code 1e0}, as in JSON.
 */
public final class Scalar implements Node {
  public static final Scalar NULL = new Scalar(null);
  public static final Scalar TRUE = new Scalar(true);
  public static final Scalar FALSE = new Scalar(false);

  /** Smaller numbers are written with an exponent, as most programs do: 0.000001, but 1.0e-7. */
  private static final int LEAST_PLAIN_EXPONENT = -6;

  private static final int CACHED = 256;
  private static final Scalar[] SMALL = small();

  /** Beyond what a float64 can hold, and little enough to be written out. */
  private static final int LARGEST_EXPONENT = 400;

  private final @Nullable Object value;

  private Scalar(@Nullable Object value) {
    this.value = value;
  }

  public static Scalar of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public static Scalar of(long value) {
    return value >= 0 && value < CACHED ? SMALL[(int) value] : new Scalar(value);
  }

  /**
   * An integer; beyond 64 bits Kubernetes keeps the nearest float64 only.
   *
   * @throws IllegalArgumentException if even a float64 cannot hold it
   */
  public static Scalar of(BigInteger value) {
    if (value.bitLength() < Long.SIZE) {
      return of(value.longValue());
    }
    if (Double.isInfinite(value.doubleValue())) {
      throw beyondFloat64();
    }
    return new Scalar(value);
  }

  /**
   * A decimal number; one without a fraction becomes an integer.
   *
   * @throws IllegalArgumentException if it is too large for a float64, or has an exponent below
   *     -400
   */
  public static Scalar of(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    if (Math.abs((long) stripped.precision() - stripped.scale()) > LARGEST_EXPONENT) {
      throw beyondFloat64();
    }
    if (stripped.scale() <= 0) {
      return of(stripped.toBigIntegerExact());
    }
    if (Double.isInfinite(stripped.doubleValue())) {
      throw beyondFloat64();
    }
    return new Scalar(stripped);
  }

  /**
   * A floating-point number.
   *
   * @throws IllegalArgumentException if it is not finite, which JSON cannot hold
   */
  public static Scalar of(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(value + " is no number that a manifest can hold.");
    }
    return of(BigDecimal.valueOf(value));
  }

  public boolean isNull() {
    return value == null;
  }

  /** The boolean held, or null if this is none. */
  public @Nullable Boolean asBoolean() {
    return value instanceof Boolean b ? b : null;
  }

  public boolean isNumber() {
    return value instanceof Number;
  }

  /** The integer held if it fits a long, or null. */
  public @Nullable Long asLong() {
    return value instanceof Long l ? l : null;
  }

  /** The number held, exactly, or null if this is none. */
  public @Nullable BigDecimal asDecimal() {
    if (value instanceof Long l) {
      return BigDecimal.valueOf(l);
    }
    if (value instanceof BigInteger i) {
      return new BigDecimal(i);
    }
    return value instanceof BigDecimal d ? d : null;
  }

  @Override
  public String describe() {
    if (value == null) {
      return "null";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    return value instanceof BigDecimal ? "a number with a fraction" : "an integer";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Scalar s && Objects.equals(value, s.value));
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(value);
  }

  /** The value as JSON and YAML of every version write it. */
  @Override
  public String toString() {
    return value instanceof BigDecimal d ? written(d) : String.valueOf(value);
  }

  /** YAML 1.1 takes a number with an exponent for one only where it has a point and a sign, too. */
  private static String written(BigDecimal decimal) {
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= LEAST_PLAIN_EXPONENT) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    return (decimal.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + '.'
        + (digits.length() > 1 ? digits.substring(1) : "0")
        + 'e'
        + exponent;
  }

  private static IllegalArgumentException beyondFloat64() {
    return new IllegalArgumentException("The number is too large or too small for a manifest.");
  }

  private static Scalar[] small() {
    Scalar[] cached = new Scalar[CACHED];
    for (int i = 0; i < CACHED; i++) {
      cached[i] = new Scalar((long) i);
    }
    return cached;
  }
}
