package dev.slipway.check.rule;

import dev.slipway.check.RuleText;

/** The pods that a rolling update starts before it ends old ones find nodes. */
final class PlacementRollingUpdate extends ScenarioRule {
  PlacementRollingUpdate() {
    super("rolling-update");
  }

  @Override
  public RuleText text() {
    return RuleText.of("The pods that a rolling update starts before it ends old ones find nodes.")
        .why(
            "An update whose new pods find no node neither goes on nor ends: the old "
                + "version stays until somebody makes room.")
        .remedy(
            "Add a node, ask for less, or let the update end old pods first: maxUnavailable"
                + " of 1.")
        .on(ScenarioExamples.cluster("2", "rolling-update"))
        .failing(
            ScenarioExamples.rolled("maxSurge: 1, maxUnavailable: 0"),
            "",
            "When Deployment web is rolled with 1 pod more, no node is found for 1 pod of "
                + "it: 0/2 nodes are available: 2 Insufficient cpu.")
        .passing(ScenarioExamples.rolled("maxSurge: 0, maxUnavailable: 1"));
  }
}
