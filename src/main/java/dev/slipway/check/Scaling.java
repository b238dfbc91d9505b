package dev.slipway.check;

import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.placement.pod.ReplicaRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How many pods workloads have, and which autoscaler decides it. */
public final class Scaling {
  private final Map<String, List<Subject>> autoscalers = new HashMap<>();

  Scaling(Facts facts) {
    facts.ofKind(Kinds.AUTOSCALER).forEach(this::add);
    facts.ofKind(Kinds.SCALED_OBJECT).forEach(this::add);
  }

  private void add(Subject autoscaler) {
    Mapping target = autoscaler.spec().mapping("scaleTargetRef");
    String kind = ReplicaRange.targetKind(autoscaler.manifest(), target);
    @Nullable String name = target.string("name");
    if (!kind.isEmpty() && name != null) {
      autoscalers.computeIfAbsent(key(kind, name), k -> new ArrayList<>()).add(autoscaler);
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

  /**
   * How many pods a workload has at least; nothing where that cannot be told. One that KEDA scales
   * to zero has none to keep then, and at least one at other times.
   */
  public OptionalLong fewest(Subject workload) {
    if (!scalable(workload)) {
      return OptionalLong.empty();
    }
    @Nullable Subject autoscaler = autoscaler(workload);
    if (autoscaler == null) {
      @Nullable Long count = workload.spec().integer("replicas");
      return OptionalLong.of(count == null ? 1 : count);
    }
    boolean keda = autoscaler.is(Kinds.SCALED_OBJECT);
    @Nullable Long least = autoscaler.spec().integer(keda ? "minReplicaCount" : "minReplicas");
    return OptionalLong.of(least == null || (keda && least == 0) ? 1 : least);
  }

  /** How many pods a workload has at most; nothing where that cannot be told. */
  public OptionalLong most(Subject workload) {
    @Nullable Subject autoscaler = autoscaler(workload);
    if (autoscaler == null) {
      return fewest(workload);
    }
    boolean keda = autoscaler.is(Kinds.SCALED_OBJECT);
    @Nullable Long most = autoscaler.spec().integer(keda ? "maxReplicaCount" : "maxReplicas");
    if (most == null) {
      return keda ? OptionalLong.of(ReplicaRange.KEDA_MOST) : OptionalLong.empty();
    }
    return OptionalLong.of(most);
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
