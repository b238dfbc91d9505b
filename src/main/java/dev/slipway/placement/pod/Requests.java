package dev.slipway.placement.pod;

import dev.slipway.manifest.Copies;
import java.util.Map;

/**
 * Amounts of resources as a scheduler counts them.
 *
 * @param cpu in thousandths of a core
 * @param memory in bytes
 * @param ephemeralStorage in bytes
 * @param extended by resource name; none of zero
 */
public record Requests(long cpu, long memory, long ephemeralStorage, Map<String, Long> extended) {
  public static final Requests NONE = new Requests(0, 0, 0, Map.of());

  public Requests {
    extended = Copies.sorted(extended);
  }

  /** A sum that stops at the largest number there is. */
  public static long plus(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0 ? Long.MAX_VALUE : sum;
  }

  public boolean isNone() {
    return cpu == 0 && memory == 0 && ephemeralStorage == 0 && extended.isEmpty();
  }
}
