package dev.slipway.placement.pod;

/**
 * A pod that there will be.
 *
 * @param name as its controller would number it; a ReplicaSet's pods have random names instead
 * @param bound whether it stands on its node already
 */
public record Pod(Workload workload, String name, PodShape shape, boolean bound) {
  /** {@code namespace/name}. */
  public String key() {
    return shape.namespace() + "/" + name;
  }
}
