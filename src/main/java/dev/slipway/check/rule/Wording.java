package dev.slipway.check.rule;

import java.util.Collection;
import java.util.Iterator;

/** How messages list things. */
final class Wording {
  private Wording() {}

  /** {@code 'a', 'b' and 'c'}. */
  static String quoted(Collection<String> names) {
    StringBuilder shown = new StringBuilder();
    Iterator<String> rest = names.iterator();
    while (rest.hasNext()) {
      String name = rest.next();
      shown.append(shown.isEmpty() ? "" : rest.hasNext() ? ", " : " and ");
      shown.append('\'').append(name).append('\'');
    }
    return shown.toString();
  }
}
