package dev.slipway.placement.filter;

import org.jspecify.annotations.Nullable;

/** What a filter has to say about one pod on each node, as things stand at that moment. */
@FunctionalInterface
public interface NodeTest {

  /** Why the pod cannot go on the node of a number, or null if it can. */
  @Nullable Refusal on(int node);

  /** Whether the pod can go there; cheaper than the reason where that has to be put together. */
  default boolean passes(int node) {
    return on(node) == null;
  }
}
