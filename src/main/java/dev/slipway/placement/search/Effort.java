package dev.slipway.placement.search;

/**
 * How much work a search may take: never more than in proportion to this, whatever it is given.
 *
 * @param choices how many choices of nodes by lot, and orders of pods by lot, are tried
 * @param steps how many times a pod may be tried on a node to find a placement, or to prove that
 *     there is none
 */
public record Effort(int choices, int steps) {
  private static final long SMALL = 20_000;
  private static final long MEDIUM = 200_000;

  /** As much as sets of this size deserve: the larger, the fewer tries. */
  public static Effort usual(int pods, int nodes) {
    long size = (long) pods * nodes;
    if (size <= SMALL) {
      return new Effort(40, 400_000);
    }
    return size <= MEDIUM ? new Effort(8, 400_000) : new Effort(0, 100_000);
  }
}
