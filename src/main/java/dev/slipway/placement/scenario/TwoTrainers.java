package dev.slipway.placement.scenario;

import dev.slipway.placement.pod.WorkloadPods;
import dev.slipway.placement.state.Nodes;
import java.util.Optional;

/** An upgrade during which the next version's trainer stands beside each that there is. */
final class TwoTrainers implements Scenario {
  private static final String TRAINER = "trainer";

  @Override
  public String name() {
    return "two-trainers";
  }

  @Override
  public Optional<Finding> judge(Situation situation) {
    if (situation.workloads().stream().noneMatch(TwoTrainers::isTrainer)) {
      return Optional.empty();
    }
    Nodes nodes = situation.nodes();
    return Optional.of(
        situation.decide(
            nodes,
            situation.pods(nodes, each -> each.workload().replicas() * (isTrainer(each) ? 2 : 1)),
            ""));
  }

  private static boolean isTrainer(WorkloadPods each) {
    return each.ordinary()
        && !each.daemon()
        && TRAINER.equals(each.shapes().get(0).labels().get("app.kubernetes.io/component"));
  }
}
