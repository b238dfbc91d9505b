package dev.slipway.placement.pod;

import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;
import org.jspecify.annotations.Nullable;

/** A number of pods that is given as such, or as so many percent of all. */
final class Share {
  private static final int USUAL_PERCENT = 25;

  private Share() {}

  /**
   * The number.
   *
   * @param written absent for 25 percent
   * @param up whether a part of a pod counts as a whole one
   */
  static int of(@Nullable Node written, int all, boolean up) {
    @Nullable Long number = written instanceof Scalar scalar ? scalar.asLong() : null;
    if (number != null) {
      return (int) Math.max(0, Math.min(number, Integer.MAX_VALUE));
    }
    long percent = USUAL_PERCENT;
    @Nullable String value = written instanceof Text text ? text.value() : null;
    if (value != null && value.endsWith("%")) {
      try {
        percent = Long.parseLong(value.substring(0, value.length() - 1));
      } catch (NumberFormatException e) {
        percent = USUAL_PERCENT;
      }
    }
    long pods = (Math.max(0, percent) * all + (up ? 99 : 0)) / 100;
    return (int) Math.min(pods, Integer.MAX_VALUE);
  }
}
