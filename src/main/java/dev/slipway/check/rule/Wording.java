package dev.slipway.check.rule;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;

/** How messages list things. */
final class Wording {
  private Wording() {}

  /** {@code 'a', 'b' and 'c'}. */
  static String quoted(Collection<String> names) {
    return joined(names, "'");
  }

  /** {@code a, b and c}. */
  static String listed(Collection<?> things) {
    return joined(things, "");
  }

  private static String joined(Collection<?> things, String quote) {
    StringBuilder shown = new StringBuilder();
    Iterator<?> rest = things.iterator();
    while (rest.hasNext()) {
      Object thing = rest.next();
      shown.append(shown.isEmpty() ? "" : rest.hasNext() ? ", " : " and ");
      shown.append(quote).append(thing).append(quote);
    }
    return shown.toString();
  }

  /** {@code 1 pod}, {@code 2 pods}. */
  static String counted(long number, String thing) {
    return number + " " + (number == 1 ? thing : thing + "s");
  }

  /** {@code 35 s}, {@code 1.5 s}. */
  static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }
}
