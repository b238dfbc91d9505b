package dev.slipway.placement.scenario;

import dev.slipway.placement.state.Nodes;
import java.util.Optional;

/** Every autoscaler at its maximum, that of each node group among them. */
final class NodeGroupsAtMaximum implements Scenario {
  @Override
  public String name() {
    return "node-groups-at-maximum";
  }

  @Override
  public Optional<Finding> judge(Situation situation) {
    if (situation.cluster().nodeGroups().stream().allMatch(group -> group.count().isFixed())) {
      return Optional.empty();
    }
    Nodes nodes = situation.nodes(situation.cluster().nodesAtMost());
    return Optional.of(
        situation.decide(nodes, situation.pods(nodes, each -> each.workload().most()), ""));
  }
}
