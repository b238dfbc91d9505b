package dev.slipway.placement.search;

import dev.slipway.placement.filter.PodTests;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Requests;
import dev.slipway.placement.state.Assignment;
import java.util.Arrays;

/**
 * Chooses nodes for equal pods that come one after the other. What a node is worth is worked out
 * once, and again only for a node that changed; one that refused is asked again only where other
 * pods matter.
 */
final class Scores {
  private static final long REFUSED = Long.MIN_VALUE;
  private static final long SCALE = 1 << 20;

  private final Assignment placed;
  private final PodTests tests;
  private final Choice choice;
  private final int[] candidates;
  private final long[] worth;
  private final boolean[] refused;
  private final boolean related;
  private boolean known;
  private long draw;

  Scores(Assignment placed, PodTests tests, PodShape shape, Choice choice) {
    this.placed = placed;
    this.tests = tests;
    this.choice = choice;
    this.candidates = tests.candidates();
    this.related = placed.of(shape).any() || !shape.claims().isEmpty();
    this.worth = new long[candidates.length];
    this.refused = new boolean[candidates.length];
    this.draw = choice.lot() * 0x9E3779B97F4A7C15L + shape.requests().cpu();
  }

  /** The node to take, or -1 where none takes the pod. */
  int best() {
    if (choice.rule() == Choice.Rule.FIRST) {
      return first();
    }
    if (!known || choice.rule() == Choice.Rule.ANY) {
      for (int i = 0; i < candidates.length; i++) {
        if (!refused[i]) {
          worth[i] = preference(candidates[i]);
        }
      }
      known = true;
    }
    int best = -1;
    long most = REFUSED;
    for (int i = 0; i < worth.length; i++) {
      // Only a node that would be preferred is asked whether it takes the pod.
      if (worth[i] > most && !refused[i]) {
        if (tests.takes(candidates[i])) {
          most = worth[i];
          best = i;
        } else {
          refused[i] = !related;
        }
      }
    }
    return best < 0 ? -1 : candidates[best];
  }

  private int first() {
    for (int candidate : candidates) {
      if (tests.takes(candidate)) {
        return candidate;
      }
    }
    return -1;
  }

  /** Tells that a pod of the shape went to a node. */
  void changed(int node) {
    if (known) {
      worth[Arrays.binarySearch(candidates, node)] = preference(node);
    }
  }

  private long preference(int node) {
    return switch (choice.rule()) {
      case EMPTIEST -> left(node);
      case FULLEST -> -left(node);
      case FIRST -> -node;
      case LAST -> node;
      case ANY -> next();
    };
  }

  private long left(int node) {
    Requests all = placed.nodes().get(node).capacity();
    return part(placed.freeCpu(node), all.cpu()) + part(placed.freeMemory(node), all.memory());
  }

  private static long part(long left, long all) {
    return all <= 0 ? 0 : (long) ((double) left / all * SCALE);
  }

  /** The next number of a simple generator: what comes out depends on the lot alone. */
  private long next() {
    draw = draw * 6364136223846793005L + 1442695040888963407L;
    return draw >>> 1;
  }
}
