package dev.slipway.placement.pod;

import dev.slipway.manifest.ObjectRef;

/**
 * What makes pods, and how many.
 *
 * @param surge how many pods more a rolling update may start before it ends old ones
 * @param unavailable how many of the old ones it may end before new ones are there
 * @param most how many pods an autoscaler may make of it
 */
public record Workload(
    ObjectRef ref, String namespace, int replicas, int most, int surge, int unavailable) {
  /** {@code Deployment web}, as a person would say it within its namespace. */
  public String name() {
    return ref.kind() + " " + ref.name();
  }
}
