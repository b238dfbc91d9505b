package dev.slipway.placement.search;

import dev.slipway.placement.filter.Filters;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.state.Assignment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts a pod that others cannot stand near on each of its nodes in turn, and looks what is left for
 * the rest. Where every choice leaves somebody without a place there is no placement at all, for
 * nothing that is asked here is ever lifted by further pods.
 */
final class Probing {
  private final Assignment placed;
  private final Filters filters;
  private int probes;

  Probing(Assignment placed, Filters filters, int probes) {
    this.placed = placed;
    this.filters = filters;
    this.probes = probes;
  }

  /** Whether no choice works, seen as many pods deep as the probes allow. */
  boolean isHopeless(List<Pod> pods) {
    List<Group> groups = Group.of(pods, filters::of);
    if (new Impossibility(placed, List.of(), groups).lastingProof().isPresent()) {
      return true;
    }
    Optional<Group> next =
        groups.stream()
            .filter(group -> groups.stream().anyMatch(group::excludes))
            .min(Comparator.comparing(group -> group.nodes().cardinality()));
    if (next.isEmpty()) {
      return false;
    }
    Pod pod = pods.get(next.get().members().get(0));
    List<Pod> others = new ArrayList<>(pods);
    others.remove(pod);
    for (int node = next.get().nodes().nextSetBit(0);
        node >= 0;
        node = next.get().nodes().nextSetBit(node + 1)) {
      if (probes-- <= 0) {
        return false;
      }
      placed.place(pod.shape(), node);
      boolean hopeless = isHopeless(others);
      placed.remove(pod.shape(), node);
      if (!hopeless) {
        return false;
      }
    }
    return true;
  }
}
