package dev.slipway.placement;

import java.util.List;

/**
 * What becomes of manifests on a cluster.
 *
 * @param scenarios the declared state first
 */
public record Judgement(List<ScenarioResult> scenarios) {
  public Judgement {
    scenarios = List.copyOf(scenarios);
  }

  /** The declared state. */
  public ScenarioResult asDeclared() {
    return scenarios.get(0);
  }

  /** The scenarios that must hold and do not. */
  public List<ScenarioResult> failures() {
    return scenarios.stream().filter(ScenarioResult::fails).toList();
  }
}
