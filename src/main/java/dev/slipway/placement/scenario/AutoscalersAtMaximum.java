package dev.slipway.placement.scenario;

import dev.slipway.placement.state.Nodes;
import java.util.Optional;

/** Every autoscaler has made as many pods as it may, on the declared nodes. */
final class AutoscalersAtMaximum implements Scenario {
  @Override
  public String name() {
    return "autoscalers-at-maximum";
  }

  @Override
  public Optional<Finding> judge(Situation situation) {
    if (situation.workloads().stream()
        .allMatch(each -> each.workload().most() <= each.workload().replicas())) {
      return Optional.empty();
    }
    Nodes nodes = situation.nodes();
    return Optional.of(
        situation.decide(nodes, situation.pods(nodes, each -> each.workload().most()), ""));
  }
}
