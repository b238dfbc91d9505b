package dev.slipway.catalog.mllp;

import dev.slipway.app.Replicas;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.render.Plan;
import dev.slipway.render.Planner;
import dev.slipway.target.Defaults;
import dev.slipway.target.Notice;
import java.util.List;

/** Servers to begin with, and what they render to. */
final class Servers {
  static final String IMAGE = "registry.example.com/mllp-server:1.4.2";

  private Servers() {}

  /** The base of the page, with nothing that strictness adds. */
  static MllpServer.Builder base() {
    return strict().defaults(Defaults.AS_GIVEN);
  }

  static MllpServer.Builder strict() {
    return MllpServer.builder("mllp-server").namespace("healthcare-prod").image(IMAGE);
  }

  /** The autoscaler of the page. */
  static Replicas autoscaled() {
    return Replicas.autoscaled(2, 10).atCpu(70);
  }

  static Plan plan(MllpServer.Builder server) {
    Cluster cluster =
        Cluster.builder("healthcare")
            .kubernetes("1.34")
            .nodeGroup(
                NodeGroup.builder("apps").machine(MachineType.of("4", "16Gi")).nodes(3).build())
            .build();
    return Planner.on(cluster).application(server.build().application()).plan();
  }

  static List<Mapping> objects(MllpServer.Builder server) {
    return plan(server).all().asList().stream().map(Manifest::body).toList();
  }

  static Mapping only(MllpServer.Builder server, String kind) {
    return only(plan(server), kind);
  }

  static Mapping only(Plan plan, String kind) {
    List<Manifest> found = plan.all().ofKind(kind);
    if (found.size() != 1) {
      throw new AssertionError("There are " + found.size() + " objects of kind " + kind + ".");
    }
    return found.get(0).body();
  }

  static Mapping pod(Plan plan) {
    return only(plan, "Deployment").mapping("spec").mapping("template").mapping("spec");
  }

  static Mapping container(Plan plan) {
    return (Mapping) pod(plan).seq("containers").get(0);
  }

  static List<String> rules(Plan plan) {
    return plan.notices().stream().map(Notice::rule).toList();
  }

  static Notice notice(Plan plan, String rule) {
    return plan.notices().stream()
        .filter(notice -> notice.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no notice " + rule));
  }
}
