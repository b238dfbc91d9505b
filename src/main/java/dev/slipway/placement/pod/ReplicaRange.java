package dev.slipway.placement.pod;

import dev.slipway.manifest.Mapping;

/**
 * How many pods an autoscaler makes of a workload.
 *
 * @param least at least 0
 * @param most where it is not given, 0: then it makes no more than there are
 */
record ReplicaRange(int least, int most) {
  /**
   * What KEDA scales to where nothing is said.
   *
   * @see <a href="https://keda.sh/docs/latest/reference/scaledobject-spec/">ScaledObject</a>
   */
  private static final int KEDA_MOST = 100;

  static ReplicaRange ofAutoscaler(Mapping spec) {
    return new ReplicaRange(
        Fields.integer(spec, "minReplicas", 1), Fields.integer(spec, "maxReplicas", 0));
  }

  /** KEDA scales to none where it is not told to keep some. */
  static ReplicaRange ofScaledObject(Mapping spec) {
    return new ReplicaRange(
        Fields.integer(spec, "minReplicaCount", 0),
        Fields.integer(spec, "maxReplicaCount", KEDA_MOST));
  }

  /** What an autoscaler makes of a number before it has measured anything. */
  int nearest(int declared) {
    return Math.max(least, most == 0 ? declared : Math.min(declared, most));
  }
}
