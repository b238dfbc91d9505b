package dev.slipway.placement;

import dev.slipway.manifest.Quantity;
import dev.slipway.placement.state.PlacementNode;
import dev.slipway.testing.controlplane.ControlPlane;
import dev.slipway.testing.controlplane.DeclaredNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Nodes of a case on a control plane. */
final class LiveNodes {
  private LiveNodes() {}

  static DeclaredNode declared(PlacementNode node) {
    Map<String, String> allocatable = new LinkedHashMap<>();
    allocatable.put("cpu", Quantity.milli(node.capacity().cpu()).toString());
    allocatable.put("memory", Long.toString(node.capacity().memory()));
    allocatable.put("ephemeral-storage", Long.toString(node.capacity().ephemeralStorage()));
    allocatable.put("pods", Integer.toString(node.pods()));
    node.capacity()
        .extended()
        .forEach((name, amount) -> allocatable.put(name, Long.toString(amount)));
    return new DeclaredNode(
        node.name(),
        node.labels(),
        node.taints().stream()
            .map(
                taint ->
                    new DeclaredNode.Taint(taint.key(), taint.value(), taint.effect().kubernetes()))
            .toList(),
        allocatable);
  }

  /** Whether every node of a case lost the taint that admission gives new ones. */
  static boolean areOpen(ControlPlane controlPlane, RandomCase made) {
    String taints =
        controlPlane
            .kubectl()
            .run(
                "get",
                "nodes",
                "--selector=case=c" + made.seed,
                "--no-headers",
                "--output=custom-columns=TAINTS:.spec.taints[*].key")
            .orFail()
            .out();
    return taints.lines().count() == made.nodes.size()
        && !taints.contains("node.kubernetes.io/not-ready");
  }
}
