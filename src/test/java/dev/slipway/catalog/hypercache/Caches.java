package dev.slipway.catalog.hypercache;

import dev.slipway.cluster.Api;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.render.Plan;
import dev.slipway.render.Planner;
import dev.slipway.target.Defaults;
import java.util.List;

/** Installations of HyperCache as its page makes them: {@code helm install hyc …}. */
final class Caches {
  private Caches() {}

  static HyperCache.Builder asGiven() {
    return strict().defaults(Defaults.AS_GIVEN);
  }

  static HyperCache.Builder strict() {
    return HyperCache.builder("hyc").namespace("hyc-prod");
  }

  static ClusterSettings owners(int replicationFactor) {
    return ClusterSettings.DEFAULT.replicationFactor(replicationFactor);
  }

  static Plan plan(HyperCache.Builder cache) {
    return Planner.on(cluster()).application(cache.build().application()).plan();
  }

  private static Cluster cluster() {
    return Cluster.builder("caches")
        .kubernetes("1.34")
        .installed(Api.EXTERNAL_SECRETS)
        .nodeGroup(
            NodeGroup.builder("general")
                .label("role", "general")
                .machine(MachineType.of("4", "16Gi"))
                .nodes(6)
                .build())
        .build();
  }

  /** Each notice as a line: its rule, its severity, its text. */
  static List<String> noticed(HyperCache.Builder cache) {
    return plan(cache).notices().stream()
        .map(n -> n.rule() + " " + n.severity() + " " + n.message() + " " + n.remedy())
        .toList();
  }
}
