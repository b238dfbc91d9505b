package dev.slipway.placement.pod;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;

/**
 * How many pods an autoscaler makes of a workload.
 *
 * @param least at least 0
 * @param most where it is not given, 0: then it makes no more than there are
 */
public record ReplicaRange(int least, int most) {
  /**
   * What KEDA scales to where nothing is said.
   *
   * @see <a href="https://keda.sh/docs/latest/reference/scaledobject-spec/">ScaledObject</a>
   */
  public static final int KEDA_MOST = 100;

  private static final GroupKind SCALED_OBJECT = GroupKind.of("keda.sh", "ScaledObject");

  /** KEDA scales to none where it is not told to keep some. */
  static ReplicaRange of(Manifest autoscaler) {
    Mapping spec = autoscaler.spec();
    return isScaledObject(autoscaler)
        ? new ReplicaRange(
            Fields.integer(spec, "minReplicaCount", 0),
            Fields.integer(spec, "maxReplicaCount", KEDA_MOST))
        : new ReplicaRange(
            Fields.integer(spec, "minReplicas", 1), Fields.integer(spec, "maxReplicas", 0));
  }

  static boolean isScaledObject(Manifest manifest) {
    return manifest.ref().type().groupKind().equals(SCALED_OBJECT);
  }

  /**
   * The kind of what an autoscaler scales; empty where it gives none, but a Deployment for KEDA's.
   *
   * @param target where it names that
   */
  public static String targetKind(Manifest autoscaler, Mapping target) {
    String kind = Fields.string(target, "kind");
    return kind.isEmpty() && isScaledObject(autoscaler) ? "Deployment" : kind;
  }

  /** What an autoscaler makes of a number before it has measured anything. */
  int nearest(int declared) {
    return Math.max(least, most == 0 ? declared : Math.min(declared, most));
  }
}
