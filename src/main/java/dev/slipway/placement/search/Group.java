package dev.slipway.placement.search;

import dev.slipway.placement.filter.PodTests;
import dev.slipway.placement.pod.AffinityTerm;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.PodShape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Equal pods that are to be placed.
 *
 * @param name of their workload
 * @param members their numbers
 * @param nodes on which each could stand if it came alone
 */
record Group(String name, PodShape shape, PodTests tests, List<Integer> members, BitSet nodes) {

  int size() {
    return members.size();
  }

  /** The pods by shape, in the order of the first of each; the nodes are judged as they are now. */
  static List<Group> of(List<Pod> pods, Function<PodShape, PodTests> filters) {
    Map<PodShape, Group> groups = new IdentityHashMap<>();
    List<Group> inOrder = new ArrayList<>();
    for (int i = 0; i < pods.size(); i++) {
      PodShape shape = pods.get(i).shape();
      Group group = groups.get(shape);
      if (group == null) {
        PodTests tests = filters.apply(shape);
        BitSet nodes = new BitSet();
        if (!tests.isRejected()) {
          for (int candidate : tests.candidates()) {
            if (tests.mayTake(candidate)) {
              nodes.set(candidate);
            }
          }
        }
        group = new Group(pods.get(i).workload().name(), shape, tests, new ArrayList<>(), nodes);
        groups.put(shape, group);
        inOrder.add(group);
      }
      group.members.add(i);
    }
    return inOrder;
  }

  /** Whether the pods of another group matter to these, or these to them. */
  boolean minds(Group other) {
    return excludes(other) || AffinityTerm.allMatch(shape.affinity(), other.shape);
  }

  /** Whether pods of the two keep each other off nodes. */
  boolean excludes(Group other) {
    return shuns(shape, other.shape)
        || shuns(other.shape, shape)
        || shape.hostPorts().stream()
            .anyMatch(port -> other.shape.hostPorts().stream().anyMatch(port::conflicts));
  }

  private static boolean shuns(PodShape one, PodShape other) {
    return one.antiAffinity().stream().anyMatch(term -> term.matches(other));
  }

  /** The same group as a part of a shorter list of pods, to which it adds its own. */
  Group renumbered(List<Pod> all, List<Pod> some) {
    List<Integer> numbers = new ArrayList<>(members.size());
    for (int member : members) {
      numbers.add(some.size());
      some.add(all.get(member));
    }
    return new Group(name, shape, tests, numbers, nodes);
  }
}
