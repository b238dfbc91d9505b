package dev.slipway.cluster;

import java.util.List;

/**
 * A reserve that takes a smaller and smaller share of each further part of a capacity, as an income
 * tax does a larger.
 *
 * @param steps from the first unit up; the last has no end
 */
record Tiers(List<Step> steps) {
  private static final long PARTS = 10_000;

  /**
   * A share of so many units.
   *
   * @param width how many units; {@link Long#MAX_VALUE} for all above
   * @param share in parts of 10,000, so that 0.25 % is 25
   */
  record Step(long width, long share) {}

  /**
   * CPU, in thousandths of a core: 6 % of the first core, 1 % of the second, 0.5 % of the next two,
   * 0.25 % of the rest.
   */
  static final Tiers CPU =
      new Tiers(
          List.of(
              new Step(1000, 600),
              new Step(1000, 100),
              new Step(2000, 50),
              new Step(Long.MAX_VALUE, 25)));

  /**
   * Memory, in bytes: 25 % of the first 4 GiB, 20 % of the next 4, 10 % of the next 8, 6 % of the
   * next 112, 2 % of the rest.
   */
  static final Tiers MEMORY =
      new Tiers(
          List.of(
              new Step(4 * NodeReserve.GIB, 2500),
              new Step(4 * NodeReserve.GIB, 2000),
              new Step(8 * NodeReserve.GIB, 1000),
              new Step(112 * NodeReserve.GIB, 600),
              new Step(Long.MAX_VALUE, 200)));

  /** What is reserved of a capacity, rounded up. */
  long of(long capacity) {
    long rest = capacity;
    long parts = 0;
    for (Step step : steps) {
      long taken = Math.min(rest, step.width());
      parts += taken * step.share();
      rest -= taken;
    }
    return divideUp(parts, PARTS);
  }

  static long divideUp(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
