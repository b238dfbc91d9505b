package dev.slipway.placement.search;

import dev.slipway.placement.pod.AffinityTerm;
import dev.slipway.placement.pod.HostPort;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import dev.slipway.placement.state.Nodes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proofs that need no search. Each argues from what no order of pods and no choice of nodes can
 * change, so whatever it finds is so.
 */
final class Impossibility {
  private final Assignment placed;
  private final List<Pod> bound;
  private final List<Group> groups;

  Impossibility(Assignment placed, List<Pod> bound, List<Group> groups) {
    this.placed = placed;
    this.bound = bound;
    this.groups = groups;
  }

  /** Why not every pod can have a place, if one of the proofs finds that. */
  Optional<String> proof() {
    return noNode()
        .or(this::noPeer)
        .or(() -> new Totals(placed, groups).proof())
        .or(this::tooManyOfOneKind)
        .or(() -> new Sizes(placed, groups).proof())
        .or(this::tooManyThatShunEachOther)
        .or(() -> new SpreadBounds(placed, groups).proof());
  }

  /** Only the quick ones, and those that stay true whatever order the pods come in. */
  Optional<String> lastingProof() {
    return noNode()
        .or(() -> new Totals(placed, groups).proof())
        .or(this::tooManyOfOneKind)
        .or(this::tooManyThatShunEachOther);
  }

  private Optional<String> noNode() {
    for (Group group : groups) {
      if (group.nodes().isEmpty()) {
        return Optional.of(
            "No node can take a pod of %s, even without the others.".formatted(group.name()));
      }
    }
    return Optional.empty();
  }

  /** Pods that wait for each other, or for one that never comes. */
  private Optional<String> noPeer() {
    List<Group> waiting = new ArrayList<>(groups);
    boolean progress = true;
    List<PodShape> started = new ArrayList<>();
    bound.forEach(pod -> started.add(pod.shape()));
    while (progress) {
      progress =
          waiting.removeIf(
              group -> {
                List<AffinityTerm> terms = group.shape().affinity();
                boolean starts =
                    terms.isEmpty()
                        || AffinityTerm.allMatch(terms, group.shape())
                        || started.stream().anyMatch(other -> AffinityTerm.allMatch(terms, other));
                if (starts) {
                  started.add(group.shape());
                }
                return starts;
              });
    }
    return waiting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Pods of %s must stand near pods that are not there and cannot start before them."
                .formatted(waiting.get(0).name()));
  }

  private Optional<String> tooManyOfOneKind() {
    for (Group group : groups) {
      long room = 0;
      for (int node = group.nodes().nextSetBit(0);
          node >= 0 && room < group.size();
          node = group.nodes().nextSetBit(node + 1)) {
        room += Room.forPods(placed, group.shape(), node);
      }
      if (room < group.size()) {
        return Optional.of(
            "%s pods of %s have room for %s together, even without the others."
                .formatted(group.size(), group.name(), room));
      }
    }
    return Optional.empty();
  }

  private Optional<String> tooManyThatShunEachOther() {
    for (Group group : groups) {
      if (!group.shape().hostPorts().isEmpty()) {
        Optional<String> proof = crowd(group, "host ports", "", Impossibility::portsConflict);
        if (proof.isPresent()) {
          return proof;
        }
      }
      for (AffinityTerm term : group.shape().antiAffinity()) {
        String key = term.topologyKey();
        Optional<String> proof =
            crowd(group, "anti-affinity over " + key, key, (a, b) -> shun(a, b, key));
        if (proof.isPresent()) {
          return proof;
        }
      }
    }
    return Optional.empty();
  }

  private interface Conflict {
    boolean between(PodShape a, PodShape b);
  }

  /** Pods of which no two can share a domain, the given one's among them, against the domains. */
  private Optional<String> crowd(Group first, String why, String key, Conflict conflict) {
    if (!conflict.between(first.shape(), first.shape())) {
      return Optional.empty();
    }
    List<Group> crowd = new ArrayList<>();
    crowd.add(first);
    for (Group group : groups) {
      if (group != first
          && crowd.stream().allMatch(other -> conflict.between(group.shape(), other.shape()))) {
        crowd.add(group);
      }
    }
    List<BitSet> wishes = new ArrayList<>();
    for (Group group : crowd) {
      @Nullable BitSet domains = domains(group.nodes(), key);
      if (domains == null) {
        return Optional.empty();
      }
      int each = conflict.between(group.shape(), group.shape()) ? group.size() : 1;
      for (int i = 0; i < each; i++) {
        wishes.add(domains);
      }
    }
    return Matching.isPossible(wishes)
        ? Optional.empty()
        : Optional.of(
            "%s pods, %s among them, cannot share a domain because of %s, and have too few."
                .formatted(wishes.size(), "those of " + first.name(), why));
  }

  private @Nullable BitSet domains(BitSet nodes, String key) {
    if (key.isEmpty()) {
      return nodes;
    }
    Nodes.Domains domains = placed.nodes().domains(key);
    BitSet found = new BitSet();
    for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
      if (domains.of(node) < 0) {
        return null;
      }
      found.set(domains.of(node));
    }
    return found;
  }

  private static boolean portsConflict(PodShape a, PodShape b) {
    for (HostPort one : a.hostPorts()) {
      for (HostPort other : b.hostPorts()) {
        if (one.conflicts(other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean shun(PodShape a, PodShape b, String key) {
    return a.antiAffinity().stream()
            .anyMatch(term -> term.topologyKey().equals(key) && term.matches(b))
        || b.antiAffinity().stream()
            .anyMatch(term -> term.topologyKey().equals(key) && term.matches(a));
  }
}
