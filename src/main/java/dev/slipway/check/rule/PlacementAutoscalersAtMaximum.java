package dev.slipway.check.rule;

import dev.slipway.check.RuleText;

/** Every pod finds a declared node when every autoscaler has made as many as it may. */
final class PlacementAutoscalersAtMaximum extends ScenarioRule {
  PlacementAutoscalersAtMaximum() {
    super("autoscalers-at-maximum");
  }

  @Override
  public RuleText text() {
    return RuleText.of(
            "Every pod finds a declared node when every autoscaler has made as many as it "
                + "may.")
        .why(
            "An autoscaler makes its most pods under the heaviest load, which is when those"
                + " without a node are missed most.")
        .remedy("Add nodes, ask for less, or lower the maximum.")
        .on(ScenarioExamples.cluster("2", "autoscalers-at-maximum"))
        .failing(
            ScenarioExamples.autoscaled("3"),
            "",
            "No node is found for 1 pod of it: 0/2 nodes are available: 2 Insufficient cpu. 3 pods"
                + " can only go on 2 nodes, with 7500m of cpu left together; the request is 9.")
        .passing(ScenarioExamples.autoscaled("1"));
  }
}
