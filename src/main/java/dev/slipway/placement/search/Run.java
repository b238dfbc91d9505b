package dev.slipway.placement.search;

import dev.slipway.placement.filter.Filters;
import dev.slipway.placement.filter.PodTests;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places pods one after the other, each on a node that the filters allow at that moment, as a
 * scheduler does. It works on an assignment and takes everything back when asked to.
 */
final class Run {
  private final Assignment placed;
  private final Filters filters;
  private final List<Pod> pods;
  private final int[] nodeOf;
  private final Map<PodShape, String> messages = new IdentityHashMap<>();
  private int unplaced;

  Run(Assignment placed, Filters filters, List<Pod> pods) {
    this.placed = placed;
    this.filters = filters;
    this.pods = pods;
    this.nodeOf = new int[pods.size()];
    Arrays.fill(nodeOf, -1);
  }

  /**
   * Places the pods in an order.
   *
   * @param order the pods' numbers
   * @param toTheEnd whether to go on after a pod that no node takes
   * @return whether every pod has a place
   */
  boolean go(int[] order, Choice choice, boolean toTheEnd) {
    @Nullable PodShape last = null;
    @Nullable Scores scores = null;
    for (int number : order) {
      PodShape shape = pods.get(number).shape();
      if (shape != last || scores == null) {
        scores = new Scores(placed, filters.of(shape), shape, choice);
        last = shape;
      }
      int node = scores.best();
      if (node < 0) {
        unplaced++;
        if (!toTheEnd) {
          return false;
        }
        if (!messages.containsKey(shape)) {
          messages.put(shape, filters.of(shape).message());
        }
      } else {
        put(number, node);
        scores.changed(node);
      }
    }
    return unplaced == 0;
  }

  /**
   * Places the pods where they are told to go, in whatever order the filters allow.
   *
   * @return the pods' numbers in that order; empty where there is none
   */
  int[] follow(int[] wanted) {
    int[] order = new int[wanted.length];
    int done = 0;
    boolean progress = true;
    while (progress && done < wanted.length) {
      progress = false;
      for (int i = 0; i < wanted.length; i++) {
        if (nodeOf[i] < 0) {
          PodTests tests = filters.of(pods.get(i).shape());
          if (tests.isCandidate(wanted[i]) && tests.takes(wanted[i])) {
            put(i, wanted[i]);
            order[done++] = i;
            progress = true;
          }
        }
      }
    }
    return done == wanted.length ? order : new int[0];
  }

  private void put(int number, int node) {
    placed.place(pods.get(number).shape(), node);
    nodeOf[number] = node;
  }

  void takeBack() {
    for (int i = 0; i < nodeOf.length; i++) {
      if (nodeOf[i] >= 0) {
        placed.remove(pods.get(i).shape(), nodeOf[i]);
        nodeOf[i] = -1;
      }
    }
  }

  /** The node of each pod, or -1. */
  int[] nodes() {
    return nodeOf.clone();
  }

  /** What the scheduler says of the first pod of a shape that it cannot place. */
  String message(PodShape shape) {
    return messages.getOrDefault(shape, "");
  }
}
