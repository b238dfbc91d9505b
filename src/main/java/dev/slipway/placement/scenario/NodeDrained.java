package dev.slipway.placement.scenario;

import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Workload;
import dev.slipway.placement.search.Search;
import dev.slipway.placement.search.Standing;
import dev.slipway.placement.search.Verdict;
import dev.slipway.placement.state.Cordon;
import dev.slipway.placement.state.Nodes;
import dev.slipway.placement.state.PlacementNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Any one node is drained: its pods are evicted but for those of DaemonSets, the others stay where
 * they are, and the node itself stays, closed. Tried from several placements that the scheduler may
 * have made before.
 *
 * <p>A pod comes back to where its volumes can be reached, if those were made where it stood.
 *
 * <p>It is impossible where the pods have no place without the node even if all may move; and they
 * fit if repacked where only those that stay are in the way.
 */
final class NodeDrained implements Scenario {
  /** For so many events it is decided whether the pods would fit if all moved; it costs work. */
  private static final int REPACKED = 8;

  @Override
  public String name() {
    return "node-drained";
  }

  @Override
  public List<Finding> judge(Situation situation) {
    Nodes nodes = situation.nodes();
    if (nodes.size() == 0) {
      return List.of();
    }
    List<Map<Pod, Integer>> starts = situation.starts();
    if (starts.isEmpty()) {
      return List.of(situation.noStart());
    }
    Finding declared = situation.declared();
    Predicate<Pod> safe = safe(situation.search());
    if (declared.mendable().stream().filter(Eviction::isMadeAgain).allMatch(safe)) {
      return List.of(held(declared, starts.size()));
    }
    NewlyUnplaced newly = new NewlyUnplaced();
    List<Loss> told = new ArrayList<>();
    Map<Workload, Integer> failed = new HashMap<>();
    for (Map<Pod, Integer> start : starts) {
      Set<Workload> without = new HashSet<>();
      for (Loss loss : losses(situation, nodes, start, safe)) {
        loss.unplaced().forEach(pod -> without.add(pod.workload()));
        if (newly.isAmong(loss.unplaced())) {
          told.add(loss);
        }
      }
      without.forEach(workload -> failed.merge(workload, 1, Integer::sum));
    }
    if (told.isEmpty()) {
      return List.of(held(declared, starts.size()));
    }
    List<Finding> findings = new ArrayList<>(told.size());
    for (Loss loss : told) {
      int from = 0;
      for (Pod pod : loss.unplaced()) {
        from = Math.max(from, failed.getOrDefault(pod.workload(), 0));
      }
      findings.add(
          finding(situation, nodes, loss, from, starts.size(), findings.size() < REPACKED));
    }
    return findings;
  }

  private static Finding held(Finding declared, int starts) {
    return new Finding(
        declared.verdict(),
        declared.dependsOnOrder(),
        declared.nodes(),
        declared.where(),
        Map.of(),
        "Tried from %s %s of the pods.".formatted(starts, starts == 1 ? "placement" : "placements"),
        declared.mendable());
  }

  /** A node whose pods do not all find another place. */
  private record Loss(int node, Standing.Trial trial, Map<Pod, Integer> start) {
    Set<Pod> unplaced() {
      return trial.unplaced().keySet();
    }
  }

  /** Whether a pod finds another node wherever it and all others stand; asked once by shape. */
  private static Predicate<Pod> safe(Search search) {
    Map<PodShape, Boolean> known = new IdentityHashMap<>();
    return pod -> known.computeIfAbsent(pod.shape(), search::hasAnotherNode);
  }

  private static List<Loss> losses(
      Situation situation, Nodes nodes, Map<Pod, Integer> start, Predicate<Pod> safe) {
    Map<Integer, List<Pod>> byNode = new LinkedHashMap<>();
    start.forEach((pod, node) -> byNode.computeIfAbsent(node, any -> new ArrayList<>()).add(pod));
    List<Loss> losses = new ArrayList<>();
    @Nullable Standing standing = null;
    for (Map.Entry<Integer, List<Pod>> each : byNode.entrySet()) {
      List<Pod> evicted = each.getValue().stream().filter(Eviction::concerns).toList();
      List<Pod> back = evicted.stream().filter(Eviction::isMadeAgain).toList();
      if (!back.stream().allMatch(safe)) {
        if (standing == null) {
          standing = standing(situation, nodes, start);
        }
        Settled settled = situation.settled();
        Standing.Trial trial =
            standing.trial(
                Optional.of(each.getKey()),
                evicted,
                Eviction.unbound(settled.where(start, nodes, back)));
        if (!trial.verdict().holds()) {
          losses.add(new Loss(each.getKey(), trial, start));
        }
      }
    }
    return losses;
  }

  private static Standing standing(Situation situation, Nodes nodes, Map<Pod, Integer> start) {
    Set<PodShape> coming = new LinkedHashSet<>();
    start.forEach(
        (pod, node) -> {
          if (pod.shape().settles()) {
            coming.add(situation.settled().on(nodes.get(node), pod).shape());
          }
        });
    return new Standing(nodes, start, coming);
  }

  private static Finding finding(
      Situation situation, Nodes nodes, Loss loss, int failed, int tried, boolean repacked) {
    String name = nodes.get(loss.node()).name();
    Map<Pod, Integer> where = new LinkedHashMap<>(loss.start());
    where.values().removeIf(node -> node == loss.node());
    where.putAll(loss.trial().found());
    Nodes left = without(nodes, loss.node());
    List<Pod> pods =
        situation.settled().where(loss.start(), nodes, situation.declared().mendable());
    Verdict verdict = repacked ? withoutNode(situation, left, pods, name) : Verdict.UNDECIDED;
    String detail =
        "When node '%s' is drained%s."
            .formatted(
                name,
                failed == tried
                    ? ""
                    : ", from %s of %s placements that were tried".formatted(failed, tried));
    return new Finding(verdict, failed < tried, left, where, loss.trial().unplaced(), detail, pods);
  }

  private static Nodes without(Nodes nodes, int drained) {
    List<PlacementNode> closed = new ArrayList<>(nodes.asList());
    closed.set(drained, Cordon.close(closed.get(drained)));
    return new Nodes(closed);
  }

  /** Whether all pods have a place without a node if all of them may move. */
  private static Verdict withoutNode(
      Situation situation, Nodes left, List<Pod> all, String drained) {
    List<Pod> pods = new ArrayList<>(all);
    pods.removeIf(pod -> pod.bound() && pod.shape().nodeName().equals(drained));
    Verdict verdict = situation.decide(left, pods, "").verdict();
    return verdict.holds() ? Verdict.FITS_IF_REPACKED : verdict;
  }
}
