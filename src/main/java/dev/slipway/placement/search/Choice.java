package dev.slipway.placement.search;

/**
 * How a run chooses among the nodes that take a pod; a scheduler's own choice lies among them.
 *
 * @param rule what is preferred
 * @param lot what decides among equals, and all for {@code ANY}
 */
record Choice(Rule rule, long lot) {
  enum Rule {
    /** The node of which most is left, as the scheduler's default scores prefer. */
    EMPTIEST,
    /** The node of which least is left. */
    FULLEST,
    /** The first in the cluster's order. */
    FIRST,
    /** The last in the cluster's order. */
    LAST,
    /** Any, by lot. */
    ANY
  }

  static Choice of(Rule rule) {
    return new Choice(rule, 0);
  }

  static Choice byLot(long lot) {
    return new Choice(Rule.ANY, lot);
  }
}
