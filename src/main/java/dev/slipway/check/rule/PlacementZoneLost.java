package dev.slipway.check.rule;

import dev.slipway.check.RuleText;

/** Every pod finds another node when all nodes of any one zone are gone. */
final class PlacementZoneLost extends ScenarioRule {
  PlacementZoneLost() {
    super("zone-lost");
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every pod finds another node when all nodes of any one zone are gone.")
        .why(
            "A cloud loses a zone now and then, and all nodes in it at once. The others "
                + "must have room for what stood there.")
        .remedy("Add nodes in the other zones, ask for less, or let the pod go to other zones.")
        .on(
            """
            cluster:
              name: prod
              kubernetes: "1.34"
              nodeGroups:
              - name: platform
                machine: {cpu: 4, memory: 16Gi, pods: 110}
                nodes: 2
                zones: [a, b]
            scenarios: [zone-lost]
            """)
        .failing(
            ScenarioExamples.web(2, "3"),
            "",
            "When zone 'a' is gone, no node is found for 1 pod of it: 0/1 nodes are "
                + "available: 1 Insufficient cpu.")
        .passing(ScenarioExamples.web(2, "1"));
  }
}
