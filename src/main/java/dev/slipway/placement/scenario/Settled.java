package dev.slipway.placement.scenario;

import dev.slipway.placement.pod.ClaimUse;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Nodes;
import dev.slipway.placement.state.PlacementNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pods whose volumes were made where they first stood: whoever comes in their place must stand
 * where those volumes can be reached.
 */
final class Settled {
  // Pods that settled alike share a shape, for it is by shape that pods are counted.
  private final Map<PodShape, Map<List<ClaimUse>, PodShape>> known = new IdentityHashMap<>();

  /** A pod as it is once its volumes were made on a node. */
  Pod on(PlacementNode node, Pod pod) {
    return pod.shape().settles()
        ? new Pod(pod.workload(), pod.name(), shape(node, pod.shape()), pod.bound())
        : pod;
  }

  /** Pods as they are once their volumes were made where they stand; others as they were. */
  List<Pod> where(Map<Pod, Integer> stand, Nodes nodes, List<Pod> pods) {
    List<Pod> settled = new ArrayList<>(pods.size());
    for (Pod pod : pods) {
      @Nullable Integer node = pod.shape().settles() ? stand.get(pod) : null;
      settled.add(node == null ? pod : on(nodes.get(node), pod));
    }
    return settled;
  }

  private PodShape shape(PlacementNode node, PodShape shape) {
    return known
        .computeIfAbsent(shape, any -> new HashMap<>())
        .computeIfAbsent(shape.claimsOn(node), shape::with);
  }
}
