package dev.slipway.placement.search;

import dev.slipway.cluster.Node;
import dev.slipway.placement.pod.HostPort;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Requests;
import dev.slipway.placement.state.Assignment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Fills one node after the other with as many pods as go on it, in every way there is, and asks
 * whether all pods end up somewhere. It looks at what pods request, at host ports and at which
 * nodes a pod can go to, and at nothing else: what has no solution here has none.
 */
final class NodeByNode {
  private final Assignment placed;
  private final List<Group> groups;
  private final int[] nodes;
  private final long[][] sizes;
  private final long[][] free;
  private final long[][] freeFrom;
  private final boolean[][] conflicts;
  private final int[][] taken;
  private final Set<State> dead = new HashSet<>();
  private int steps;
  private boolean found;

  /** How far the nodes are filled, and how many pods of each group are left. */
  private record State(int at, List<Integer> left) {}

  NodeByNode(Assignment placed, List<Group> groups, int steps) {
    this.placed = placed;
    this.groups = groups;
    this.steps = steps;
    List<String> names = Room.extended(groups.stream().map(Group::shape).toList());
    nodes =
        IntStream.range(0, placed.nodes().size())
            .filter(node -> groups.stream().anyMatch(group -> group.nodes().get(node)))
            .toArray();
    sizes = new long[groups.size()][];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Room.wanted(groups.get(i).shape().requests(), names);
    }
    free = new long[nodes.length][];
    freeFrom = new long[nodes.length + 1][names.size() + Room.COMMON];
    for (int at = nodes.length - 1; at >= 0; at--) {
      free[at] = Room.left(placed, nodes[at], names);
      for (int r = 0; r < free[at].length; r++) {
        freeFrom[at][r] = Requests.plus(freeFrom[at + 1][r], free[at][r]);
      }
    }
    conflicts = new boolean[groups.size()][groups.size()];
    for (int i = 0; i < conflicts.length; i++) {
      for (int j = 0; j < conflicts.length; j++) {
        conflicts[i][j] = conflict(groups.get(i).shape(), groups.get(j).shape());
      }
    }
    taken = new int[nodes.length][groups.size()];
  }

  private static boolean conflict(PodShape one, PodShape other) {
    for (HostPort port : one.hostPorts()) {
      for (HostPort taken : other.hostPorts()) {
        if (port.conflicts(taken)) {
          return true;
        }
      }
    }
    String host = Node.HOSTNAME;
    return one.antiAffinity().stream()
            .anyMatch(term -> term.topologyKey().equals(host) && term.matches(other))
        || other.antiAffinity().stream()
            .anyMatch(term -> term.topologyKey().equals(host) && term.matches(one));
  }

  /** Whether it tried everything and found no way. */
  boolean isHopeless() {
    int[] left = groups.stream().mapToInt(Group::size).toArray();
    fill(0, left);
    return !found && steps > 0;
  }

  /** Where the pods went: for each group how many went to each node; by node. */
  Map<Integer, int[]> solution() {
    Map<Integer, int[]> solution = new TreeMap<>();
    if (found) {
      for (int at = 0; at < nodes.length; at++) {
        solution.put(nodes[at], taken[at]);
      }
    }
    return solution;
  }

  private void fill(int at, int[] left) {
    if (Arrays.stream(left).allMatch(pods -> pods == 0)) {
      for (int later = at; later < nodes.length; later++) {
        Arrays.fill(taken[later], 0);
      }
      found = true;
      return;
    }
    if (at == nodes.length || steps <= 0 || isTooMuch(at, left)) {
      return;
    }
    State state = new State(at, Arrays.stream(left).boxed().toList());
    if (!dead.contains(state)) {
      choose(at, 0, left, free[at].clone());
      if (!found && steps > 0) {
        dead.add(state);
      }
    }
  }

  private boolean isTooMuch(int at, int[] left) {
    for (int r = 0; r < freeFrom[at].length; r++) {
      long wanted = 0;
      for (int i = 0; i < left.length; i++) {
        wanted = Requests.plus(wanted, times(left[i], sizes[i][r]));
      }
      if (wanted > freeFrom[at][r]) {
        return true;
      }
    }
    for (int i = 0; i < left.length; i++) {
      if (left[i] > 0) {
        long room = 0;
        for (int later = at; later < nodes.length && room < left[i]; later++) {
          room += groups.get(i).nodes().get(nodes[later]) ? most(i, free[later]) : 0;
        }
        if (room < left[i]) {
          return true;
        }
      }
    }
    return false;
  }

  private static long times(long pods, long size) {
    return size != 0 && pods > Long.MAX_VALUE / size ? Long.MAX_VALUE : pods * size;
  }

  private long most(int group, long[] room) {
    long most = conflicts[group][group] ? 1 : Long.MAX_VALUE;
    for (int r = 0; r < room.length; r++) {
      if (sizes[group][r] > 0) {
        most = Math.min(most, room[r] / sizes[group][r]);
      }
    }
    return most;
  }

  /** Chooses how many pods of each group from one on go on a node: the most first. */
  private void choose(int at, int group, int[] left, long[] room) {
    if (steps-- <= 0 || found) {
      return;
    }
    if (group == groups.size()) {
      if (isFull(at, left, room)) {
        int[] rest = new int[left.length];
        for (int i = 0; i < rest.length; i++) {
          rest[i] = left[i] - taken[at][i];
        }
        fill(at + 1, rest);
      }
      return;
    }
    int most = 0;
    if (left[group] > 0 && groups.get(group).nodes().get(nodes[at]) && !isBarred(at, group)) {
      most = (int) Math.min(left[group], most(group, room));
    }
    for (int pods = most; pods >= 0 && !found && steps > 0; pods--) {
      taken[at][group] = pods;
      long[] rest = room.clone();
      for (int r = 0; r < rest.length; r++) {
        rest[r] -= pods * sizes[group][r];
      }
      choose(at, group + 1, left, rest);
    }
    if (!found) {
      taken[at][group] = 0;
    }
  }

  private boolean isBarred(int at, int group) {
    for (int other = 0; other < group; other++) {
      if (taken[at][other] > 0 && conflicts[group][other]) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing that is left would go on the node besides: all else is tried another time. */
  private boolean isFull(int at, int[] left, long[] room) {
    for (int i = 0; i < left.length; i++) {
      if (left[i] > taken[at][i]
          && groups.get(i).nodes().get(nodes[at])
          && most(i, room) > 0
          && !clashes(at, i)) {
        return false;
      }
    }
    return true;
  }

  private boolean clashes(int at, int group) {
    for (int other = 0; other < groups.size(); other++) {
      if (taken[at][other] > 0 && conflicts[group][other]) {
        return true;
      }
    }
    return false;
  }
}
