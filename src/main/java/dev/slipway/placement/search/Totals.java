package dev.slipway.placement.search;

import dev.slipway.manifest.Quantity;
import dev.slipway.placement.pod.Requests;
import dev.slipway.placement.state.Assignment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;

/** Sets of nodes that are asked for more than they have together. */
final class Totals {
  /** So many sets of nodes are joined with each other, and no more. */
  private static final int JOINED = 40;

  private final Assignment placed;
  private final List<Group> groups;

  Totals(Assignment placed, List<Group> groups) {
    this.placed = placed;
    this.groups = groups;
  }

  Optional<String> proof() {
    Set<String> extended = new TreeSet<>();
    groups.forEach(group -> extended.addAll(group.shape().requests().extended().keySet()));
    for (BitSet nodes : nodeSets()) {
      List<Group> inside = groups.stream().filter(group -> isWithin(group, nodes)).toList();
      Optional<String> proof =
          over(nodes, inside, "cpu", placed::freeCpu, group -> group.shape().requests().cpu())
              .or(
                  () ->
                      over(
                          nodes,
                          inside,
                          "memory",
                          placed::freeMemory,
                          group -> group.shape().requests().memory()))
              .or(
                  () ->
                      over(
                          nodes,
                          inside,
                          "ephemeral-storage",
                          placed::freeEphemeralStorage,
                          group -> group.shape().requests().ephemeralStorage()))
              .or(() -> over(nodes, inside, "pods", placed::freePods, group -> 1));
      for (String name : extended) {
        proof =
            proof.or(
                () ->
                    over(
                        nodes,
                        inside,
                        name,
                        node -> placed.free(name, node),
                        group -> group.shape().requests().extended().getOrDefault(name, 0L)));
      }
      if (proof.isPresent()) {
        return proof;
      }
    }
    return Optional.empty();
  }

  private static boolean isWithin(Group group, BitSet nodes) {
    BitSet outside = (BitSet) group.nodes().clone();
    outside.andNot(nodes);
    return outside.isEmpty();
  }

  /** The sets of nodes that groups can go to, and what some of them come to together. */
  private Set<BitSet> nodeSets() {
    Set<BitSet> sets = new LinkedHashSet<>();
    groups.forEach(group -> sets.add(group.nodes()));
    if (sets.size() <= JOINED) {
      List<BitSet> single = new ArrayList<>(sets);
      BitSet all = new BitSet();
      for (BitSet one : single) {
        all.or(one);
        for (BitSet other : single) {
          BitSet both = (BitSet) one.clone();
          both.or(other);
          sets.add(both);
        }
      }
      sets.add(all);
    }
    return sets;
  }

  private static Optional<String> over(
      BitSet nodes,
      List<Group> inside,
      String resource,
      IntToLongFunction free,
      ToLongFunction<Group> each) {
    long wanted = 0;
    for (Group group : inside) {
      for (int i = 0; i < group.size(); i++) {
        wanted = Requests.plus(wanted, each.applyAsLong(group));
      }
    }
    long there = 0;
    for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
      there = Requests.plus(there, Math.max(0, free.applyAsLong(node)));
    }
    return wanted > there
        ? Optional.of(
            "%s pods can only go on %s nodes, which have %s of %s left together; they request %s."
                .formatted(
                    inside.stream().mapToInt(Group::size).sum(),
                    nodes.cardinality(),
                    shown(resource, there),
                    resource,
                    shown(resource, wanted)))
        : Optional.empty();
  }

  private static String shown(String resource, long amount) {
    return switch (resource) {
      case "cpu" -> Quantity.milli(amount).toString();
      case "memory", "ephemeral-storage" -> Quantity.bytes(amount).toString();
      default -> Long.toString(amount);
    };
  }
}
