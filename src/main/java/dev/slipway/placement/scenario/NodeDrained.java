package dev.slipway.placement.scenario;

import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.search.Standing;
import dev.slipway.placement.search.Verdict;
import dev.slipway.placement.state.Cordon;
import dev.slipway.placement.state.Nodes;
import dev.slipway.placement.state.PlacementNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any one node is drained: its pods are evicted but for those of DaemonSets, the others stay where
 * they are, and the node itself stays, closed. Tried from several placements that the scheduler may
 * have made before.
 *
 * <p>It is impossible where the pods have no place without the node even if all may move; and they
 * fit if repacked where only those that stay are in the way.
 */
final class NodeDrained implements Scenario {
  @Override
  public String name() {
    return "node-drained";
  }

  @Override
  public Optional<Finding> judge(Situation situation) {
    Nodes nodes = situation.nodes();
    if (nodes.size() == 0) {
      return Optional.empty();
    }
    List<Map<Pod, Integer>> starts = situation.starts();
    if (starts.isEmpty()) {
      return Optional.of(situation.noStart());
    }
    int failed = 0;
    Optional<Loss> worst = Optional.empty();
    for (Map<Pod, Integer> start : starts) {
      Optional<Loss> loss = firstLoss(nodes, start);
      failed += loss.isPresent() ? 1 : 0;
      worst = worst.or(() -> loss);
    }
    Finding declared = situation.declared();
    if (worst.isEmpty()) {
      return Optional.of(
          new Finding(
              declared.verdict(),
              declared.dependsOnOrder(),
              nodes,
              declared.where(),
              Map.of(),
              "Tried from %s %s of the pods."
                  .formatted(starts.size(), starts.size() == 1 ? "placement" : "placements"),
              declared.mendable()));
    }
    return Optional.of(finding(situation, nodes, worst.get(), failed, starts.size()));
  }

  /** A node whose pods do not all find another place. */
  private record Loss(int node, Standing.Trial trial, Map<Pod, Integer> start) {}

  private static Optional<Loss> firstLoss(Nodes nodes, Map<Pod, Integer> start) {
    Standing standing = new Standing(nodes, start, List.of());
    for (Map.Entry<Integer, List<Pod>> each : standing.byNode().entrySet()) {
      List<Pod> evicted = each.getValue().stream().filter(Eviction::concerns).toList();
      List<Pod> back = evicted.stream().filter(Eviction::isMadeAgain).toList();
      if (!back.isEmpty()) {
        Standing.Trial trial =
            standing.trial(Optional.of(each.getKey()), evicted, Eviction.unbound(back));
        if (!trial.verdict().holds()) {
          return Optional.of(new Loss(each.getKey(), trial, start));
        }
      }
    }
    return Optional.empty();
  }

  private static Finding finding(
      Situation situation, Nodes nodes, Loss loss, int failed, int tried) {
    String name = nodes.get(loss.node()).name();
    Map<Pod, Integer> where = new LinkedHashMap<>(loss.start());
    where.values().removeIf(node -> node == loss.node());
    where.putAll(loss.trial().found());
    Nodes left = without(nodes, loss.node());
    Verdict verdict = withoutNode(situation, left, name);
    String detail =
        "When node '%s' is drained%s."
            .formatted(
                name,
                failed == tried
                    ? ""
                    : ", from %s of %s placements that were tried".formatted(failed, tried));
    return new Finding(
        verdict,
        failed < tried,
        left,
        where,
        loss.trial().unplaced(),
        detail,
        situation.declared().mendable());
  }

  private static Nodes without(Nodes nodes, int drained) {
    List<PlacementNode> closed = new ArrayList<>(nodes.asList());
    closed.set(drained, Cordon.close(closed.get(drained)));
    return new Nodes(closed);
  }

  /** Whether all pods have a place without a node if all of them may move. */
  private static Verdict withoutNode(Situation situation, Nodes left, String drained) {
    List<Pod> pods = new ArrayList<>(situation.declared().mendable());
    pods.removeIf(pod -> pod.bound() && pod.shape().nodeName().equals(drained));
    Verdict verdict = situation.decide(left, pods, "").verdict();
    return verdict.holds() ? Verdict.FITS_IF_REPACKED : verdict;
  }
}
