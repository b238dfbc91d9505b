package dev.slipway.placement.pod;

import org.jspecify.annotations.Nullable;

/**
 * A pod that there will be.
 *
 * @param name as its controller would number it; a ReplicaSet's pods have random names instead
 * @param bound whether it stands on its node already
 */
public record Pod(Workload workload, String name, PodShape shape, boolean bound) {

  // Cheaper than what a record generates, for there may be many.
  @Override
  public int hashCode() {
    return 31 * name.hashCode() + shape.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Pod pod
        && shape == pod.shape
        && bound == pod.bound
        && name.equals(pod.name)
        && workload.equals(pod.workload);
  }
}
