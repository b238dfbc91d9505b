package dev.slipway.placement.search;

import dev.slipway.placement.filter.Filters;
import dev.slipway.placement.pod.AffinityTerm;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import dev.slipway.placement.state.Nodes;
import dev.slipway.placement.state.PlacementNode;
import dev.slipway.placement.state.PodCount;
import dev.slipway.placement.state.SpreadCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries every way to put pods on nodes, up to a bound on its work.
 *
 * <p>It looks for where the pods could stand in the end: only what further pods never lift is asked
 * while it puts them there, and what a spread constraint allows at most. Then it looks for an order
 * in which the filters let them come. Equal pods and equal nodes are told apart only once.
 */
final class Packing {
  /** It goes one call deeper for each pod. */
  private static final int MOST_PODS = 1500;

  private final Assignment placed;
  private final Filters filters;
  private final List<Pod> pods;
  private final List<Group> groups;
  private final int[] nodeOf;
  private final int[] likeNode;
  private final int[] onNode;
  private final List<List<Bound>> bounds = new ArrayList<>();
  private final boolean[] peersAreSettled;
  private final boolean[] peersStandAlready;
  private final int[] fresh;
  private int steps;
  private boolean exact = true;
  private boolean found;
  private boolean anyOrder;
  private int[] order = new int[0];

  /** What a spread constraint allows at most in each domain. */
  private record Bound(Nodes.Domains domains, long[] most, int[] there) {}

  Packing(
      Assignment placed,
      Filters filters,
      List<Pod> pods,
      List<Group> all,
      List<Group> some,
      int steps) {
    this.placed = placed;
    this.filters = filters;
    this.pods = pods;
    this.groups = ordered(some);
    this.steps = steps;
    this.nodeOf = new int[pods.size()];
    Arrays.fill(nodeOf, -1);
    this.onNode = new int[placed.nodes().size()];
    this.likeNode = alike();
    SpreadBounds spread = new SpreadBounds(placed, all);
    peersAreSettled = new boolean[this.groups.size()];
    peersStandAlready = new boolean[this.groups.size()];
    fresh = new int[this.groups.size()];
    for (int i = 0; i < this.groups.size(); i++) {
      Group group = this.groups.get(i);
      List<Bound> own = new ArrayList<>();
      List<SpreadCount> counts = placed.of(group.shape()).spread();
      for (int j = 0; j < counts.size(); j++) {
        if (placed.counts(group.shape(), counts.get(j))) {
          Nodes.Domains domains = placed.nodes().domains(counts.get(j).constraint().topologyKey());
          own.add(
              new Bound(
                  domains, spread.mostInDomains(group, counts.get(j)), new int[domains.size()]));
        }
      }
      bounds.add(own);
      peersAreSettled[i] = peersComeFirst(i, all);
      peersStandAlready[i] =
          placed.of(group.shape()).peers().stream().anyMatch(peers -> peers.total() > 0);
    }
  }

  /** Those without peers first; then those with the fewest nodes, then the largest. */
  private static List<Group> ordered(List<Group> groups) {
    List<Group> left = new ArrayList<>(groups);
    left.sort(
        Comparator.comparing((Group group) -> !group.shape().affinity().isEmpty())
            .thenComparing(group -> group.nodes().cardinality())
            .thenComparing(group -> -group.shape().requests().cpu())
            .thenComparing(group -> -group.shape().requests().memory()));
    List<Group> sorted = new ArrayList<>();
    while (!left.isEmpty()) {
      Group next =
          left.stream().filter(group -> !awaits(group, left)).findFirst().orElse(left.get(0));
      sorted.add(next);
      left.remove(next);
    }
    return sorted;
  }

  /** Whether a group's peers are among others, itself left out. */
  private static boolean awaits(Group group, List<Group> others) {
    List<AffinityTerm> terms = group.shape().affinity();
    return !terms.isEmpty()
        && others.stream()
            .anyMatch(
                other ->
                    other.shape() != group.shape() && AffinityTerm.allMatch(terms, other.shape()));
  }

  private boolean peersComeFirst(int at, List<Group> all) {
    Group group = groups.get(at);
    List<Group> later = new ArrayList<>(all);
    groups.subList(0, at).forEach(done -> later.removeIf(other -> other.shape() == done.shape()));
    return !group.shape().affinity().isEmpty() && !awaits(group, later);
  }

  /** For each node the first that is the same to every pod, and has as much left. */
  private int[] alike() {
    Map<Object, Integer> firsts = new HashMap<>();
    int[] like = new int[placed.nodes().size()];
    for (int node = 0; node < like.length; node++) {
      int next = node;
      BitSet takes = new BitSet();
      for (int i = 0; i < groups.size(); i++) {
        takes.set(2 * i, groups.get(i).nodes().get(node));
        takes.set(2 * i + 1, selects(groups.get(i), placed.nodes().get(node)));
      }
      List<Object> state = new ArrayList<>();
      state.add(takes);
      state.add(placed.nodes().kind(node));
      state.add(placed.nodes().get(node).capacity());
      state.add(placed.freePods(node));
      state.add(placed.freePods(node) == placed.nodes().get(node).pods() ? -1 : node);
      like[node] = firsts.computeIfAbsent(state, first -> next);
    }
    return like;
  }

  private static boolean selects(Group group, PlacementNode node) {
    return group.shape().selects(node.name(), node.labels());
  }

  /** Whether it found a placement, which {@link #nodes} then tells. */
  boolean search() {
    if (pods.size() > MOST_PODS) {
      exact = false;
      return false;
    }
    put(0, 0, 0);
    return found;
  }

  /** Whether it looked everywhere, so that there is none where it found none. */
  boolean isExhausted() {
    return !found && exact && steps > 0;
  }

  /** The node of each pod. */
  int[] nodes() {
    return nodeOf.clone();
  }

  /** The pods' numbers in an order in which they can come. */
  int[] order() {
    return order;
  }

  /** Puts the pods of a group from one on; equal pods stand on nodes in ascending order. */
  private void put(int at, int member, int from) {
    if (at == groups.size()) {
      settle();
      return;
    }
    Group group = groups.get(at);
    if (member == group.size()) {
      put(at + 1, 0, 0);
      return;
    }
    PodShape shape = group.shape();
    int number = group.members().get(member);
    for (int node = group.nodes().nextSetBit(from);
        node >= 0 && !found && steps > 0;
        node = group.nodes().nextSetBit(node + 1)) {
      steps--;
      if (isRepeated(node, group, from) || !fits(at, node)) {
        continue;
      }
      boolean first = peersAreSettled[at] && isFresh(group, node);
      fresh[at] += first ? 1 : 0;
      count(at, node, 1);
      placed.place(shape, node);
      nodeOf[number] = node;
      put(at, member + 1, node);
      placed.remove(shape, node);
      count(at, node, -1);
      fresh[at] -= first ? 1 : 0;
    }
  }

  /** Whether an equal node without pods was tried just before. */
  private boolean isRepeated(int node, Group group, int from) {
    if (onNode[node] > 0 || likeNode[node] == node) {
      return false;
    }
    for (int earlier = Math.max(from, likeNode[node]); earlier < node; earlier++) {
      if (likeNode[earlier] == likeNode[node]
          && onNode[earlier] == 0
          && group.nodes().get(earlier)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(int at, int node) {
    Group group = groups.get(at);
    if (!group.tests().mayTake(node)) {
      return false;
    }
    if (peersAreSettled[at] && isFresh(group, node) && !mayBeFresh(at)) {
      return false;
    }
    for (Bound bound : bounds.get(at)) {
      int domain = bound.domains.of(node);
      if (domain >= 0 && bound.there[domain] >= bound.most[domain]) {
        return false;
      }
    }
    return true;
  }

  /** Whether none of the pods that the group wants near are near the node. */
  private boolean isFresh(Group group, int node) {
    List<PodCount> peers = placed.of(group.shape()).peers();
    for (int i = 0; i < peers.size(); i++) {
      if (peers.get(i).near(node) == 0) {
        return true;
      }
    }
    return false;
  }

  /** The first of pods that want each other near needs none, if it is the first of all. */
  private boolean mayBeFresh(int at) {
    return fresh[at] == 0
        && placed.of(groups.get(at).shape()).isOwnPeer()
        && !peersStandAlready[at];
  }

  private void count(int at, int node, int sign) {
    onNode[node] += sign;
    for (Bound bound : bounds.get(at)) {
      int domain = bound.domains.of(node);
      if (domain >= 0) {
        bound.there[domain] += sign;
      }
    }
  }

  /**
   * Whether not even where the pods stand in the end can be chosen, whatever the order: proved for
   * these groups, and so for any pods that they are among.
   */
  boolean isHopeless() {
    anyOrder = true;
    return pods.size() <= MOST_PODS && !search() && isExhausted();
  }

  /** All pods stand somewhere: looks for an order in which they could have come. */
  private void settle() {
    if (anyOrder) {
      found = true;
      return;
    }
    steps -= pods.size();
    int[] wanted = nodeOf.clone();
    for (int i = 0; i < wanted.length; i++) {
      placed.remove(pods.get(i).shape(), wanted[i]);
    }
    Run run = new Run(placed, filters, pods);
    order = run.follow(wanted);
    found = order.length == wanted.length;
    run.takeBack();
    for (int i = 0; i < wanted.length; i++) {
      placed.place(pods.get(i).shape(), wanted[i]);
    }
    exact &= found;
  }
}
