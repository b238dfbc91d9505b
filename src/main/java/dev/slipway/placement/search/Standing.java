package dev.slipway.placement.search;

import dev.slipway.placement.filter.Filters;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import dev.slipway.placement.state.Nodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pods that stand on nodes, some of which go and others of which come, each change on trial. */
public final class Standing {
  private final Assignment placed;
  private final Filters filters;
  private final Map<Pod, Integer> where;

  /**
   * Pods on their nodes.
   *
   * @param where the number of each pod's node
   * @param coming shapes of pods that may come besides
   */
  public Standing(Nodes nodes, Map<Pod, Integer> where, Collection<PodShape> coming) {
    List<PodShape> shapes = new ArrayList<>(coming);
    where.keySet().forEach(pod -> shapes.add(pod.shape()));
    this.placed = new Assignment(nodes, shapes);
    this.filters = new Filters(placed);
    this.where = new LinkedHashMap<>(where);
    where.forEach((pod, node) -> placed.place(pod.shape(), node));
  }

  /** What happens when a node is closed, pods go and others come; then all is as it was. */
  public Trial trial(Optional<Integer> closed, Collection<Pod> going, List<Pod> coming) {
    closed.ifPresent(node -> placed.cordon(node, true));
    going.forEach(pod -> placed.remove(pod.shape(), at(pod)));
    Trial trial = decide(going, coming);
    going.forEach(pod -> placed.place(pod.shape(), at(pod)));
    closed.ifPresent(node -> placed.cordon(node, false));
    return trial;
  }

  private Trial decide(Collection<Pod> going, List<Pod> coming) {
    boolean small = Effort.usual(where.size(), placed.nodes().size()).choices() > 0;
    if (small ? new Certainty(placed, filters, coming).isProved() : fitsAtOnce(coming)) {
      return new Trial(Verdict.SCHEDULES, Map.of(), Map.of());
    }
    List<Pod> staying = new ArrayList<>(where.keySet());
    staying.removeAll(List.copyOf(going));
    Outcome outcome =
        new Search(placed, filters, staying, coming, new Effort(small ? 3 : 0, 20_000)).decide();
    Map<Pod, Integer> found = new LinkedHashMap<>();
    int[] stand = outcome.nodes().length > 0 ? outcome.nodes() : outcome.attempt();
    for (int i = 0; i < stand.length; i++) {
      if (stand[i] >= 0) {
        found.put(outcome.pods().get(i), stand[i]);
      }
    }
    return new Trial(outcome.verdict(), found, outcome.unplaced());
  }

  private boolean fitsAtOnce(List<Pod> coming) {
    int[] order = new int[coming.size()];
    Arrays.setAll(order, i -> i);
    Run run = new Run(placed, filters, coming);
    boolean all = run.go(order, Choice.of(Choice.Rule.FIRST), false);
    run.takeBack();
    return all;
  }

  /** How much CPU a pod requests beyond what any node that can take it has left. */
  public long missingCpu(PodShape shape) {
    long most = Long.MIN_VALUE;
    for (int node : filters.of(shape).candidates()) {
      most = Math.max(most, placed.freeCpu(node));
    }
    return most == Long.MIN_VALUE ? 0 : shape.requests().cpu() - most;
  }

  private int at(Pod pod) {
    Integer node = where.get(pod);
    if (node == null) {
      throw new IllegalStateException("A pod goes that does not stand.");
    }
    return node;
  }

  /**
   * What came of it.
   *
   * @param found where the pods that came went, if that was asked for each
   * @param unplaced those that found no place
   */
  public record Trial(Verdict verdict, Map<Pod, Integer> found, Map<Pod, String> unplaced) {}
}
