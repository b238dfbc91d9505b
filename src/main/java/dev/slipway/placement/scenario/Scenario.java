package dev.slipway.placement.scenario;

import java.util.List;

/** Something that a cluster may have to hold. */
interface Scenario {
  String name();

  /**
   * What becomes of it; empty where the manifests or the cluster give no reason to ask. Where it
   * does not hold there is one for each event that leaves a workload without a place of which the
   * ones before do not tell.
   */
  List<Finding> judge(Situation situation);
}
