package dev.slipway.check.rule;

import dev.slipway.check.Kinds;
import dev.slipway.check.Subject;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.placement.pod.ReplicaRange;
import org.jspecify.annotations.Nullable;

/** What scales workloads: Kubernetes' own autoscaler, KEDA's, and the one of requests. */
final class Autoscaling {
  private static final String TRANSFER = "scaledobject.keda.sh/transfer-hpa-ownership";

  private Autoscaling() {}

  /** The field of its spec that names what it scales; empty for what is no autoscaler. */
  static String targetField(Subject object) {
    if (object.is(Kinds.AUTOSCALER) || object.is(Kinds.SCALED_OBJECT)) {
      return "scaleTargetRef";
    }
    return object.is(Kinds.VERTICAL_AUTOSCALER) ? "targetRef" : "";
  }

  /** The kind of what it scales; empty where it gives none. */
  static String targetKind(Subject autoscaler) {
    return ReplicaRange.targetKind(
        autoscaler.manifest(), autoscaler.spec().mapping(targetField(autoscaler)));
  }

  /** Whether a target without an API version, or with one of the kind's group, is of the kind. */
  static boolean isOfGroup(Mapping target, GroupKind kind) {
    @Nullable String apiVersion = target.string("apiVersion");
    return apiVersion == null || GroupVersionKind.of(apiVersion, "").group().equals(kind.group());
  }

  /** Whether it decides the number of pods. */
  static boolean setsReplicas(Subject object) {
    return object.is(Kinds.AUTOSCALER) || object.is(Kinds.SCALED_OBJECT);
  }

  /**
   * Whether one of KEDA's is told to make an autoscaler that is there its own.
   *
   * @see <a href="https://keda.sh/docs/latest/reference/scaledobject-spec/">ScaledObject</a>
   */
  static boolean takesOver(Subject scaled, Subject autoscaler) {
    @Nullable String name =
        scaled.spec().mapping("advanced").mapping("horizontalPodAutoscalerConfig").string("name");
    return scaled.is(Kinds.SCALED_OBJECT)
        && autoscaler.is(Kinds.AUTOSCALER)
        && autoscaler.name().equals(name)
        && "true".equals(scaled.manifest().metadata().mapping("annotations").string(TRANSFER));
  }

  /** Whether it changes requests by itself, rather than telling what they should be. */
  static boolean setsRequests(Subject object) {
    @Nullable String mode = object.spec().mapping("updatePolicy").string("updateMode");
    return object.is(Kinds.VERTICAL_AUTOSCALER) && !"Off".equals(mode) && !"Initial".equals(mode);
  }

  /** Whether it goes by how much of their requests pods use. */
  static boolean goesByRequests(Subject autoscaler) {
    if (autoscaler.spec().has("targetCPUUtilizationPercentage")) {
      return true;
    }
    for (Node node : autoscaler.spec().seq("metrics")) {
      Mapping resource =
          node instanceof Mapping metric && "Resource".equals(metric.string("type"))
              ? metric.mapping("resource")
              : Mapping.EMPTY;
      if (resource.mapping("target").has("averageUtilization")
          || resource.has("targetAverageUtilization")) {
        return true;
      }
    }
    return false;
  }
}
