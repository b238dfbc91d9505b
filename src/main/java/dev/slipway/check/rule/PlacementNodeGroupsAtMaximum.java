package dev.slipway.check.rule;

import dev.slipway.check.RuleText;

/** Every pod finds a node when autoscalers and node groups are at their maximum. */
final class PlacementNodeGroupsAtMaximum extends ScenarioRule {
  PlacementNodeGroupsAtMaximum() {
    super("node-groups-at-maximum");
  }

  @Override
  public RuleText text() {
    return RuleText.of(
            "Every pod finds a node when autoscalers and node groups are at their maximum.")
        .why(
            "A cluster that has grown as far as it may and still has no room leaves pods "
                + "Pending under the heaviest load.")
        .remedy(
            "Raise the maximum of a node group, ask for less, or lower the maximum of an "
                + "autoscaler.")
        .on(ScenarioExamples.cluster("{min: 1, max: 2}", "node-groups-at-maximum"))
        .failing(
            ScenarioExamples.autoscaled("3"),
            "",
            "No node is found for 1 pod of it: 0/2 nodes are available: 2 Insufficient cpu. 3 pods"
                + " can only go on 2 nodes, with 7500m of cpu left together; the request is 9.")
        .passing(ScenarioExamples.autoscaled("1"));
  }
}
