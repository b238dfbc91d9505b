package dev.slipway.placement.scenario;

import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.search.Outcome;
import dev.slipway.placement.search.Verdict;
import dev.slipway.placement.state.Nodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scenario comes to, before it is told.
 *
 * @param where the pods that stand, and the numbers of their nodes
 * @param unplaced the others, and why
 * @param mendable the nodes and all pods, for whoever looks for the smallest change
 */
record Finding(
    Verdict verdict,
    boolean dependsOnOrder,
    Nodes nodes,
    Map<Pod, Integer> where,
    Map<Pod, String> unplaced,
    String detail,
    List<Pod> mendable) {

  /** What a search found, with the bound pods beside. */
  static Finding of(Outcome outcome, Nodes nodes, List<Pod> all, String detail) {
    Map<Pod, Integer> where = new LinkedHashMap<>();
    for (Pod pod : all) {
      int node = pod.bound() ? nodes.named(pod.shape().nodeName()) : -1;
      if (node >= 0) {
        where.put(pod, node);
      }
    }
    int[] stand = outcome.nodes().length > 0 ? outcome.nodes() : outcome.attempt();
    for (int i = 0; i < stand.length; i++) {
      if (stand[i] >= 0) {
        where.put(outcome.pods().get(i), stand[i]);
      }
    }
    return new Finding(
        outcome.verdict(),
        outcome.dependsOnOrder(),
        nodes,
        where,
        outcome.unplaced(),
        detail.isEmpty() ? outcome.proof() : detail,
        List.copyOf(all));
  }

  Finding withRefused(Map<Pod, String> refused) {
    if (refused.isEmpty()) {
      return this;
    }
    Map<Pod, String> all = new LinkedHashMap<>(refused);
    all.putAll(unplaced);
    List<Pod> others = new ArrayList<>(mendable);
    return new Finding(
        Verdict.IMPOSSIBLE,
        false,
        nodes,
        where,
        all,
        "A quota refuses pods before any scheduler sees them.",
        others);
  }
}
