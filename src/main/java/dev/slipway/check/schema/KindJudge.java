package dev.slipway.check.schema;

import dev.slipway.check.schema.Fault.What;
import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Suggestions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which definition an object is to be judged by, or that its kind is not served. */
final class KindJudge {
  private final KubernetesApi api;
  private final int minor;

  KindJudge(KubernetesApi api, int minor) {
    this.api = api;
    this.minor = minor;
  }

  /** The definition of a type; null for what is not Kubernetes' own, or not served. */
  @Nullable String definition(GroupVersionKind type, List<Fault> faults) {
    // A group of somebody else's has a dot.
    if (type.group().indexOf('.') >= 0 && !api.hasGroup(type.group())) {
      return null;
    }
    @Nullable ServedKind kind = api.kind(type.kind());
    ServedKind.@Nullable Served served = kind == null ? null : kind.in(type.apiVersion(), minor);
    if (served != null && served.in(minor)) {
      return served.definition();
    }
    if (kind == null) {
      tell(
          "kind",
          "%s has no kind '%s'.".formatted(cluster(), type.kind()),
          Suggestions.didYouMean(type.kind(), api.kinds()),
          faults);
    } else {
      tell("apiVersion", whyNot(type, served), instead(type, kind), faults);
    }
    return null;
  }

  private String whyNot(GroupVersionKind type, ServedKind.@Nullable Served served) {
    if (served == null) {
      return "%s has no %s '%s'.".formatted(cluster(), type.kind(), type.apiVersion());
    }
    return served.definition().isEmpty()
        ? "%s '%s' ended before Kubernetes %s."
            .formatted(type.kind(), type.apiVersion(), KubernetesVersion.OLDEST)
        : "%s '%s' %s; the cluster has %s."
            .formatted(
                type.kind(),
                type.apiVersion(),
                served.releases().whyNot(minor),
                new KubernetesVersion(1, minor));
  }

  private String instead(GroupVersionKind type, ServedKind kind) {
    ServedKind.@Nullable Served best = kind.best(type.group(), minor);
    return best == null
        ? "Nothing took its place; remove it."
        : "Write apiVersion: %s, and look at the fields: they may have changed with it."
            .formatted(best.apiVersion());
  }

  private String cluster() {
    return minor == Releases.UNKNOWN
        ? "Kubernetes"
        : "Kubernetes " + new KubernetesVersion(1, minor);
  }

  private static void tell(String field, String message, String remedy, List<Fault> faults) {
    faults.add(new Fault(What.UNSERVED_KIND, FieldPath.of(field), message, remedy));
  }
}
