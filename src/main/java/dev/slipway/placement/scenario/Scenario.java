package dev.slipway.placement.scenario;

import java.util.Optional;

/** Something that a cluster may have to hold. */
interface Scenario {
  String name();

  /** What becomes of it; absent where the manifests or the cluster give no reason to ask. */
  Optional<Finding> judge(Situation situation);
}
