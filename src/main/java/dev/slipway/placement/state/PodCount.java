package dev.slipway.placement.state;

/** Counts pods by the domain that they stand in; a node without the label is in none. */
public final class PodCount {
  private final Nodes.Domains domains;
  private final int[] inDomain;
  private int total;

  PodCount(Nodes.Domains domains) {
    this.domains = domains;
    this.inDomain = new int[domains.size()];
  }

  void add(int node, int pods) {
    int domain = domains.of(node);
    if (domain >= 0) {
      inDomain[domain] += pods;
      total += pods;
    }
  }

  /** Whether the node is in any domain. */
  public boolean covers(int node) {
    return domains.of(node) >= 0;
  }

  /** How many there are in the node's domain. */
  public int near(int node) {
    int domain = domains.of(node);
    return domain < 0 ? 0 : inDomain[domain];
  }

  public int total() {
    return total;
  }
}
