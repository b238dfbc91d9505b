package dev.slipway.check.rule;

import dev.slipway.check.RuleText;

/** Every pod finds another node when any one node is drained. */
final class PlacementNodeDrained extends ScenarioRule {
  PlacementNodeDrained() {
    super("node-drained");
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every pod finds another node when any one node is drained.")
        .why(
            "Nodes are drained for each upgrade of a cluster. What finds no other node then"
                + " is away until its own comes back.")
        .remedy(
            "Add a node, ask for less, or accept with a waiver that the workload is away "
                + "while its node is drained.")
        .on(ScenarioExamples.cluster("2", "node-drained"))
        .failing(
            ScenarioExamples.web(2, "3"),
            "",
            "When node 'platform-0' is drained, no node is found for 1 pod of it: 0/2 nodes"
                + " are available: 1 Insufficient cpu, 1 node(s) were unschedulable.")
        .passing(ScenarioExamples.web(2, "1"));
  }
}
