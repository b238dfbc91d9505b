package dev.slipway.placement.state;

import dev.slipway.placement.pod.SpreadConstraint;

/** Counts the pods that a spread constraint means, by domain, over the nodes that count for it. */
public final class SpreadCount {
  private final SpreadConstraint constraint;
  private final Nodes.Domains domains;
  private final boolean[] eligible;
  private final boolean[] counts;
  private final int[] onNode;
  private final int[] inDomain;
  private final int[] nodesInDomain;
  private int domainsThatCount;
  private int least = -1;

  SpreadCount(SpreadConstraint constraint, Nodes.Domains domains, boolean[] counts) {
    this.constraint = constraint;
    this.domains = domains;
    this.eligible = counts;
    this.counts = counts.clone();
    this.onNode = new int[counts.length];
    this.inDomain = new int[domains.size()];
    this.nodesInDomain = new int[domains.size()];
    for (int node = 0; node < counts.length; node++) {
      if (counts[node]) {
        count(node, 1);
      }
    }
  }

  public SpreadConstraint constraint() {
    return constraint;
  }

  private void count(int node, int sign) {
    int domain = domains.of(node);
    nodesInDomain[domain] += sign;
    inDomain[domain] += sign * onNode[node];
    if (nodesInDomain[domain] == (sign > 0 ? 1 : 0)) {
      domainsThatCount += sign;
    }
    least = -1;
  }

  void add(int node, int pods) {
    onNode[node] += pods;
    if (counts[node]) {
      inDomain[domains.of(node)] += pods;
      least = -1;
    }
  }

  /** Leaves a node out, or counts it again. */
  void leaveOut(int node, boolean out) {
    if (eligible[node] && counts[node] == out) {
      counts[node] = !out;
      count(node, out ? -1 : 1);
    }
  }

  public boolean covers(int node) {
    return domains.of(node) >= 0;
  }

  /** How many there would be too many if a pod came to a node: above 0 it may not. */
  public int excess(int node, boolean countsItself) {
    int domain = domains.of(node);
    int there = nodesInDomain[domain] == 0 ? 0 : inDomain[domain];
    return there + (countsItself ? 1 : 0) - least() - constraint.maxSkew();
  }

  /** Whether pods on a node count. */
  public boolean counts(int node) {
    return counts[node];
  }

  /** How many pods there are in the domain of a number. */
  public int in(int domain) {
    return nodesInDomain[domain] == 0 ? 0 : inDomain[domain];
  }

  /** How many domains there are with nodes that count. */
  public int domainsThatCount() {
    return domainsThatCount;
  }

  private int least() {
    if (least < 0) {
      least = domainsThatCount < Math.max(1, constraint.minDomains()) ? 0 : fewest();
    }
    return least;
  }

  private int fewest() {
    int fewest = Integer.MAX_VALUE;
    for (int domain = 0; domain < inDomain.length; domain++) {
      if (nodesInDomain[domain] > 0) {
        fewest = Math.min(fewest, inDomain[domain]);
      }
    }
    return fewest;
  }
}
