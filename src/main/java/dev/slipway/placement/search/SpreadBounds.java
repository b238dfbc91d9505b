package dev.slipway.placement.search;

import dev.slipway.placement.pod.SpreadConstraint;
import dev.slipway.placement.state.Assignment;
import dev.slipway.placement.state.Nodes;
import dev.slipway.placement.state.SpreadCount;
import java.util.List;
import java.util.Optional;

/**
 * How many pods of a group can be in a domain at most, because of a spread constraint: no more than
 * its skew above what the emptiest domain can ever have.
 */
final class SpreadBounds {
  private final Assignment placed;
  private final List<Group> groups;

  SpreadBounds(Assignment placed, List<Group> groups) {
    this.placed = placed;
    this.groups = groups;
  }

  Optional<String> proof() {
    for (Group group : groups) {
      List<SpreadCount> counts = placed.of(group.shape()).spread();
      for (int i = 0; i < counts.size(); i++) {
        if (!placed.counts(group.shape(), counts.get(i))) {
          continue;
        }
        SpreadCount count = counts.get(i);
        long room = 0;
        for (long most : mostInDomains(group, count)) {
          room += most;
        }
        if (room < group.size()) {
          return Optional.of(
              "%s pods of %s have room for %s together, because of their spread over %s."
                  .formatted(group.size(), group.name(), room, count.constraint().topologyKey()));
        }
      }
    }
    return Optional.empty();
  }

  /** The most pods of a group that each domain can have. */
  long[] mostInDomains(Group group, SpreadCount count) {
    Nodes.Domains domains = placed.nodes().domains(count.constraint().topologyKey());
    long[] most = new long[domains.size()];
    long least = leastAtMost(count, domains);
    for (int node = group.nodes().nextSetBit(0);
        node >= 0;
        node = group.nodes().nextSetBit(node + 1)) {
      if (count.counts(node) && domains.of(node) >= 0) {
        long upTo = count.constraint().maxSkew() + least - count.in(domains.of(node));
        most[domains.of(node)] = Math.max(most[domains.of(node)], upTo);
      } else if (domains.of(node) >= 0) {
        // Pods on nodes that do not count are never too many.
        most[domains.of(node)] = group.size();
      }
    }
    return most;
  }

  /** What the emptiest domain can have at most, in the end and at any time before. */
  private long leastAtMost(SpreadCount count, Nodes.Domains domains) {
    SpreadConstraint constraint = count.constraint();
    if (count.domainsThatCount() < Math.max(1, constraint.minDomains())) {
      return 0;
    }
    long[] reach = new long[domains.size()];
    boolean[] counts = new boolean[domains.size()];
    long all = 0;
    for (int node = 0; node < placed.nodes().size(); node++) {
      if (count.counts(node)) {
        counts[domains.of(node)] = true;
      }
    }
    for (int domain = 0; domain < reach.length; domain++) {
      reach[domain] = count.in(domain);
      all += reach[domain];
    }
    for (Group group : groups) {
      if (placed.counts(group.shape(), count)) {
        all += group.size();
        long[] room = new long[reach.length];
        for (int node = group.nodes().nextSetBit(0);
            node >= 0;
            node = group.nodes().nextSetBit(node + 1)) {
          int domain = domains.of(node);
          if (domain >= 0 && count.counts(node)) {
            room[domain] += Math.min(group.size(), Room.forPods(placed, group.shape(), node));
          }
        }
        for (int domain = 0; domain < reach.length; domain++) {
          reach[domain] += Math.min(group.size(), room[domain]);
        }
      }
    }
    long least = all / count.domainsThatCount();
    for (int domain = 0; domain < reach.length; domain++) {
      if (counts[domain]) {
        least = Math.min(least, reach[domain]);
      }
    }
    return least;
  }
}
