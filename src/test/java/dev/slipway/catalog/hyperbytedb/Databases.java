package dev.slipway.catalog.hyperbytedb;

import dev.slipway.cluster.Api;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.render.Plan;
import dev.slipway.render.Planner;
import dev.slipway.target.Notice;
import java.util.List;

/** Databases to begin with, and what they render to. */
final class Databases {
  private Databases() {}

  /** One that nothing is to be said of. */
  static HyperbytedbCluster.Builder database() {
    return HyperbytedbCluster.builder("metrics")
        .set(Spec.IMAGE, "hyperbytedb:1.0.0")
        .set(Spec.VERSION, "1.0.0");
  }

  static Cluster cluster(Api... apis) {
    return Cluster.builder("prod")
        .kubernetes("1.34")
        .installed(apis)
        .nodeGroup(group("data").taint("dedicated=data:NoSchedule").build())
        .nodeGroup(group("apps").build())
        .build();
  }

  private static NodeGroup.Builder group(String name) {
    return NodeGroup.builder(name)
        .label("role", name)
        .machine(MachineType.of("8", "32Gi"))
        .nodes(3);
  }

  static Api operator() {
    return Api.of("hyperbytedb.hyperbyte.cloud/v1alpha1");
  }

  static Plan plan(HyperbytedbCluster.Builder database) {
    return Planner.on(cluster(operator(), Api.CERT_MANAGER))
        .application(database.build().application())
        .plan();
  }

  static Mapping resource(Plan plan) {
    return only(plan.all().asList(), "HyperbytedbCluster");
  }

  static Mapping spec(HyperbytedbCluster.Builder database) {
    return resource(plan(database)).mapping("spec");
  }

  static Mapping only(List<Manifest> manifests, String kind) {
    List<Manifest> found =
        manifests.stream().filter(manifest -> manifest.ref().kind().equals(kind)).toList();
    if (found.size() != 1) {
      throw new AssertionError("There are " + found.size() + " objects of kind " + kind + ".");
    }
    return found.get(0).body();
  }

  static List<String> rules(HyperbytedbCluster.Builder database) {
    return plan(database).notices().stream().map(Notice::rule).toList();
  }

  static Notice notice(HyperbytedbCluster.Builder database, String rule) {
    return plan(database).notices().stream()
        .filter(notice -> notice.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no notice " + rule));
  }
}
