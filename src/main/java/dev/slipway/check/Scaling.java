package dev.slipway.check;

import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How many pods workloads have, and which autoscaler decides it. */
public final class Scaling {
  private final Map<String, List<Subject>> autoscalers = new HashMap<>();

  Scaling(Facts facts) {
    for (Subject autoscaler : facts.ofKind(Kinds.AUTOSCALER)) {
      Mapping target = autoscaler.spec().mapping("scaleTargetRef");
      @Nullable String kind = target.string("kind");
      @Nullable String name = target.string("name");
      if (kind != null && name != null) {
        autoscalers
            .computeIfAbsent(key(kind, name), k -> new java.util.ArrayList<>())
            .add(autoscaler);
      }
    }
  }

  /** The autoscaler that owns a workload's replicas, if there is one. */
  public @Nullable Subject autoscaler(Subject workload) {
    List<Subject> named =
        autoscalers.getOrDefault(key(workload.ref().kind(), workload.name()), List.of());
    for (Subject autoscaler : named) {
      @Nullable String apiVersion =
          autoscaler.spec().mapping("scaleTargetRef").string("apiVersion");
      boolean ofGroup =
          apiVersion == null
              || GroupVersionKind.of(apiVersion, "").group().equals(workload.kind().group());
      if (ofGroup && Facts.together(autoscaler.namespace(), workload.namespace())) {
        return autoscaler;
      }
    }
    return null;
  }

  /** How many pods a workload has at least; nothing where that cannot be told. */
  public OptionalLong fewest(Subject workload) {
    if (!scalable(workload)) {
      return OptionalLong.empty();
    }
    @Nullable Subject autoscaler = autoscaler(workload);
    @Nullable Long count =
        autoscaler == null
            ? workload.spec().integer("replicas")
            : autoscaler.spec().integer("minReplicas");
    return OptionalLong.of(count == null ? 1 : count);
  }

  /** How many pods a workload has at most; nothing where that cannot be told. */
  public OptionalLong most(Subject workload) {
    @Nullable Subject autoscaler = autoscaler(workload);
    if (autoscaler == null) {
      return fewest(workload);
    }
    @Nullable Long count = autoscaler.spec().integer("maxReplicas");
    return count == null ? OptionalLong.empty() : OptionalLong.of(count);
  }

  private static boolean scalable(Subject workload) {
    return workload.is(Kinds.DEPLOYMENT)
        || workload.is(Kinds.STATEFUL_SET)
        || workload.is(Kinds.REPLICA_SET);
  }

  private static String key(String kind, String name) {
    return kind + "/" + name;
  }
}
