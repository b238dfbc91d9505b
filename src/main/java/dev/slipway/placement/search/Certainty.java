package dev.slipway.placement.search;

import dev.slipway.placement.pod.ClaimUse;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import java.util.BitSet;
import java.util.List;

/**
 * A proof that no search is needed, the counterpart of {@link Impossibility}: whatever order the
 * pods come in and whichever nodes are chosen for them, each finds one.
 *
 * <p>A pod that asks for room alone is left out only when every node that would take it was filled
 * by others. So it is certain of a node if all the others together cannot fill that many.
 */
final class Certainty {
  /** With more groups it is not tried, for each is held against every other. */
  private static final int GROUPS = 1_000;

  /** More than all that is lost where fractions are rounded. */
  private static final double ROUNDED = 1 + 1e-6;

  private final Assignment placed;
  private final List<Group> groups;
  private final List<String> extended;
  private final long[][] wanted;
  private final long[][] free;

  Certainty(Assignment placed, List<Group> groups) {
    this.placed = placed;
    this.groups = groups;
    this.extended = Room.extended(groups);
    this.wanted = new long[groups.size()][];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = Room.wanted(groups.get(i).shape().requests(), extended);
    }
    this.free = new long[placed.nodes().size()][];
  }

  /** Whether every pod is certain of a node. */
  boolean isProved() {
    if (groups.size() > GROUPS) {
      return false;
    }
    for (Group group : groups) {
      if (!asksForRoomAlone(group.shape())) {
        return false;
      }
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!alwaysHasRoom(i, 0, false)) {
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
    // What comes later has to go where its volumes were made.
    if (groups.size() > GROUPS || shape.settles() || !asksForRoomAlone(shape)) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (groups.get(i).shape() == shape) {
        return alwaysHasRoom(i, more, closed);
      }
    }
    return false;
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

  /**
   * Whether all others are too few to fill each node that would take a pod of a group.
   *
   * <p>What fills a node is measured by what fills the largest. Of another pod counts the resource
   * of which it takes most, for one is enough to fill a node, and no more than all of a node, for
   * it stands on one. A resource of which the others have too little for any node does not count.
   *
   * @param more how many pods of the group there are besides
   * @param closed whether one of the nodes takes none
   */
  private boolean alwaysHasRoom(int number, int more, boolean closed) {
    BitSet nodes = groups.get(number).nodes();
    int[] others = others(number);
    others[number] += more;
    double[] largest = largest(number, others);
    double filled = 0;
    for (int i = 0; i < others.length; i++) {
      if (others[i] > 0) {
        double each = 0;
        for (int r = 0; r < largest.length; r++) {
          if (largest[r] > 0) {
            each = Math.max(each, wanted[i][r] / largest[r]);
          }
        }
        filled += others[i] * Math.min(1, each);
      }
    }
    double room = 0;
    double most = 0;
    for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
      double least = 1;
      for (int r = 0; r < largest.length; r++) {
        if (largest[r] > 0) {
          least = Math.min(least, fills(number, node, r) / largest[r]);
        }
      }
      room += least;
      most = Math.max(most, least);
    }
    return room - (closed ? most : 0) > filled * ROUNDED;
  }

  /** How many pods of each group may come to the nodes of one besides a pod of its own. */
  private int[] others(int number) {
    int[] others = new int[wanted.length];
    BitSet nodes = groups.get(number).nodes();
    for (int i = 0; i < others.length; i++) {
      others[i] = groups.get(i).nodes().intersects(nodes) ? groups.get(i).size() : 0;
    }
    others[number] = groups.get(number).size() - 1;
    return others;
  }

  /** What fills the node that it takes most of, by resource; 0 where the others fill none. */
  private double[] largest(int number, int[] others) {
    BitSet nodes = groups.get(number).nodes();
    double[] largest = new double[wanted[number].length];
    for (int r = 0; r < largest.length; r++) {
      if (wanted[number][r] > 0) {
        double asked = 0;
        for (int i = 0; i < others.length; i++) {
          asked += (double) wanted[i][r] * others[i];
        }
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
          least = Math.min(least, fills(number, node, r));
          most = Math.max(most, fills(number, node, r));
        }
        largest[r] = asked * ROUNDED < least ? 0 : most;
      }
    }
    return largest;
  }

  /** How much others must take of a node at least so that a pod of a group has no room there. */
  private long fills(int number, int node, int resource) {
    long[] left = free[node];
    if (left == null) {
      left = Room.left(placed, node, extended);
      free[node] = left;
    }
    return left[resource] - wanted[number][resource] + 1;
  }
}
