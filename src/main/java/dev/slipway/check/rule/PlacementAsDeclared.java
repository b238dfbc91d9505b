package dev.slipway.check.rule;

import dev.slipway.check.RuleText;

/** Every pod finds a node of the declared cluster. */
final class PlacementAsDeclared extends ScenarioRule {
  PlacementAsDeclared() {
    super("as-declared");
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every pod finds a node of the declared cluster.")
        .why(
            "A pod that no node has room for, or that no node may take, stays Pending for "
                + "ever; a rollout or an installation waits for it until it gives up.")
        .remedy(
            "Ask for less, add nodes or larger machines, or let the pod go where there is "
                + "room.")
        .on(ScenarioExamples.cluster("2", "as-declared"))
        .failing(
            ScenarioExamples.web(4, "2"),
            "",
            "No node is found for 2 pods of it: 0/2 nodes are available: 2 Insufficient cpu. 4 pods"
                + " can only go on 2 nodes, with 7500m of cpu left together; the request is 8.")
        .passing(ScenarioExamples.web(4, "1"));
  }
}
