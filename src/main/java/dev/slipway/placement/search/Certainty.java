package dev.slipway.placement.search;

import dev.slipway.placement.filter.Filters;
import dev.slipway.placement.filter.PodTests;
import dev.slipway.placement.pod.ClaimUse;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A proof that no search is needed, the counterpart of {@link Impossibility}: whatever order the
 * pods come in and whichever nodes are chosen for them, each finds one.
 *
 * <p>A pod that asks for room alone is left out only when every node that would take it was filled
 * by others. So it is certain of a node if all the others together cannot fill that many.
 */
final class Certainty {
  /** With more kinds of pods it is not tried, for each is held against every other. */
  private static final int KINDS = 100;

  /** More than all that is lost where fractions are rounded. */
  private static final double ROUNDED = 1 + 1e-6;

  private final Assignment placed;
  private final Filters filters;
  private final List<String> extended;
  private final List<Kind> kinds = new ArrayList<>();
  private final Map<PodShape, Kind> kindOf = new IdentityHashMap<>();
  private final long[][] free;

  /** Pods that are the same to nodes which have nothing to consider but room. */
  private static final class Kind {
    private final int[] candidates;
    private final boolean asksForRoomAlone;
    private final long[] wanted;
    private final BitSet nodes;
    private final Map<Integer, Boolean> proved = new HashMap<>();
    private int pods;

    /** A kind without pods; the nodes are judged as they are now. */
    Kind(PodTests tests, boolean asksForRoomAlone, long[] wanted) {
      this.candidates = tests.candidates();
      this.asksForRoomAlone = asksForRoomAlone;
      this.wanted = wanted;
      this.nodes = new BitSet();
      for (int candidate : candidates) {
        if (!asksForRoomAlone || tests.takes(candidate)) {
          nodes.set(candidate);
        }
      }
    }

    boolean has(PodTests tests, boolean roomAlone, long[] requests) {
      return candidates == tests.candidates()
          && asksForRoomAlone == roomAlone
          && Arrays.equals(wanted, requests);
    }
  }

  Certainty(Assignment placed, Filters filters, List<Pod> pods) {
    this.placed = placed;
    this.filters = filters;
    this.free = new long[placed.nodes().size()][];
    Map<PodShape, Integer> counts = new LinkedHashMap<>();
    for (Pod pod : pods) {
      counts.merge(pod.shape(), 1, Integer::sum);
    }
    this.extended = Room.extended(counts.keySet());
    for (Map.Entry<PodShape, Integer> each : counts.entrySet()) {
      if (kinds.size() <= KINDS) {
        Kind kind = kind(each.getKey());
        kind.pods += each.getValue();
        kindOf.put(each.getKey(), kind);
      }
    }
  }

  private Kind kind(PodShape shape) {
    PodTests tests = filters.of(shape);
    boolean roomAlone = asksForRoomAlone(shape);
    long[] wanted = Room.wanted(shape.requests(), extended);
    for (Kind known : kinds) {
      if (known.has(tests, roomAlone, wanted)) {
        return known;
      }
    }
    Kind kind = new Kind(tests, roomAlone, wanted);
    kinds.add(kind);
    return kind;
  }

  private boolean asksForRoomAlone(PodShape shape) {
    if (placed.of(shape).any() || !shape.hostPorts().isEmpty()) {
      return false;
    }
    for (ClaimUse claim : shape.claims()) {
      if (claim.onePod()) {
        return false;
      }
    }
    return true;
  }

  /** Whether every pod is certain of a node. */
  boolean isProved() {
    for (Kind kind : kinds) {
      if (!isProved(kind, 0, false)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the pods of a shape are, one at a time, when any one node is closed. */
  boolean isProvedWithoutANode(PodShape shape) {
    return isProved(shape, 0, true);
  }

  /** Whether so many more pods of a shape are. */
  boolean isProvedFor(PodShape shape, int more) {
    return isProved(shape, more, false);
  }

  private boolean isProved(PodShape shape, int more, boolean closed) {
    Kind kind = kindOf.get(shape);
    // What comes later has to go where its volumes were made.
    return kind != null && !shape.settles() && isProved(kind, more, closed);
  }

  private boolean isProved(Kind kind, int more, boolean closed) {
    if (!kind.asksForRoomAlone || kinds.size() > KINDS) {
      return false;
    }
    return kind.proved.computeIfAbsent(
        closed ? -1 : more, question -> alwaysHasRoom(kind, more, closed));
  }

  /**
   * Whether all others are too few to fill each node that would take a pod of a kind.
   *
   * <p>What fills a node is measured by what fills the largest. Of another pod counts the resource
   * of which it takes most, for one is enough to fill a node, and no more than all of a node, for
   * it stands on one. A resource of which the others have too little for any node does not count.
   *
   * @param more how many pods of the kind there are besides
   * @param closed whether one of the nodes takes none
   */
  private boolean alwaysHasRoom(Kind kind, int more, boolean closed) {
    int[] others = new int[kinds.size()];
    for (int i = 0; i < others.length; i++) {
      Kind other = kinds.get(i);
      if (other == kind) {
        others[i] = other.pods - 1 + more;
      } else {
        others[i] = other.nodes.intersects(kind.nodes) ? other.pods : 0;
      }
    }
    double[] largest = largest(kind, others);
    double filled = 0;
    for (int i = 0; i < others.length; i++) {
      double each = 0;
      for (int r = 0; r < largest.length; r++) {
        if (largest[r] > 0) {
          each = Math.max(each, kinds.get(i).wanted[r] / largest[r]);
        }
      }
      filled += others[i] * Math.min(1, each);
    }
    double room = 0;
    double most = 0;
    BitSet nodes = kind.nodes;
    for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
      double least = 1;
      for (int r = 0; r < largest.length; r++) {
        if (largest[r] > 0) {
          least = Math.min(least, fills(kind, node, r) / largest[r]);
        }
      }
      room += least;
      most = Math.max(most, least);
    }
    return room - (closed ? most : 0) > filled * ROUNDED;
  }

  /** What fills the node that it takes most of, by resource; 0 where the others fill none. */
  private double[] largest(Kind kind, int[] others) {
    BitSet nodes = kind.nodes;
    double[] largest = new double[kind.wanted.length];
    for (int r = 0; r < largest.length; r++) {
      if (kind.wanted[r] > 0) {
        double asked = 0;
        for (int i = 0; i < others.length; i++) {
          asked += (double) kinds.get(i).wanted[r] * others[i];
        }
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
          long fills = fills(kind, node, r);
          least = Math.min(least, fills);
          most = Math.max(most, fills);
        }
        largest[r] = asked * ROUNDED < least ? 0 : most;
      }
    }
    return largest;
  }

  /** How much others must take of a node at least so that a pod of a kind has no room there. */
  private long fills(Kind kind, int node, int resource) {
    long[] left = free[node];
    if (left == null) {
      left = Room.left(placed, node, extended);
      free[node] = left;
    }
    return left[resource] - kind.wanted[resource] + 1;
  }
}
