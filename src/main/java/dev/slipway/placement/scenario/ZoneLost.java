package dev.slipway.placement.scenario;

import dev.slipway.cluster.Node;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.search.Standing;
import dev.slipway.placement.search.Verdict;
import dev.slipway.placement.state.Nodes;
import dev.slipway.placement.state.PlacementNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All nodes of any one zone are gone; the pods on the others stay where they are. */
final class ZoneLost implements Scenario {
  @Override
  public String name() {
    return "zone-lost";
  }

  @Override
  public List<Finding> judge(Situation situation) {
    Nodes nodes = situation.nodes();
    TreeSet<String> zones = new TreeSet<>();
    nodes.asList().forEach(node -> zone(node).ifPresent(zones::add));
    if (zones.size() < 2) {
      return List.of();
    }
    List<Map<Pod, Integer>> starts = situation.starts();
    if (starts.isEmpty()) {
      return List.of(situation.noStart());
    }
    Finding declared = situation.declared();
    NewlyUnplaced newly = new NewlyUnplaced();
    List<Finding> losses = new ArrayList<>();
    for (String zone : zones) {
      without(situation, nodes, zone, starts.get(0))
          .filter(loss -> newly.isAmong(loss.unplaced().keySet()))
          .ifPresent(losses::add);
    }
    if (!losses.isEmpty()) {
      return losses;
    }
    return List.of(
        new Finding(
            declared.verdict(),
            declared.dependsOnOrder(),
            nodes,
            declared.where(),
            Map.of(),
            "",
            declared.mendable()));
  }

  private static Optional<String> zone(PlacementNode node) {
    return Optional.ofNullable(node.labels().get(Node.ZONE));
  }

  private static Optional<Finding> without(
      Situation situation, Nodes nodes, String zone, Map<Pod, Integer> start) {
    List<PlacementNode> rest =
        nodes.asList().stream().filter(node -> !zone(node).equals(Optional.of(zone))).toList();
    Nodes left = new Nodes(rest);
    Map<Pod, Integer> staying = new LinkedHashMap<>();
    List<Pod> back = new ArrayList<>();
    start.forEach(
        (pod, node) -> {
          int now = left.named(nodes.get(node).name());
          if (now >= 0) {
            staying.put(pod, now);
          } else if (Eviction.isMadeAgain(pod)) {
            back.add(Eviction.unbound(situation.settled().on(nodes.get(node), pod)));
          }
        });
    Standing standing = new Standing(left, staying, back.stream().map(Pod::shape).toList());
    Standing.Trial trial = standing.trial(Optional.empty(), List.of(), back);
    if (trial.verdict().holds()) {
      return Optional.empty();
    }
    Map<Pod, Integer> where = new LinkedHashMap<>(staying);
    where.putAll(trial.found());
    List<Pod> pods = situation.settled().where(start, nodes, situation.pods(left));
    Verdict all = situation.decide(left, pods, "").verdict();
    return Optional.of(
        new Finding(
            all.holds() ? Verdict.FITS_IF_REPACKED : all,
            false,
            left,
            where,
            trial.unplaced(),
            "When zone '%s' is gone.".formatted(zone),
            pods));
  }
}
