package dev.slipway.cluster;

/**
 * How many nodes a group has.
 *
 * @param min what it has at least; 0 or more
 * @param max what an autoscaler may make of it; as many as {@code min} where there is none
 */
public record NodeCount(int min, int max) {

  public static NodeCount fixed(int nodes) {
    return new NodeCount(nodes, nodes);
  }

  public static NodeCount between(int min, int max) {
    return new NodeCount(min, max);
  }

  public boolean isFixed() {
    return min == max;
  }

  /** {@code 2}, or {@code 2 to 6}. */
  @Override
  public String toString() {
    return isFixed() ? Integer.toString(min) : min + " to " + max;
  }
}
