package dev.slipway.placement.filter;

import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import java.util.Optional;
import java.util.Set;

/** One of the scheduler's filters. */
interface Filter {

  /** The name of the scheduler's plugin. */
  String name();

  /** The filter for one pod; it follows the assignment as pods come and go. */
  NodeTest prepare(PodShape pod, Assignment placed);

  /** The part of it that further pods never lift: what it refuses stays refused until pods go. */
  default NodeTest lasting(PodShape pod, Assignment placed) {
    return prepare(pod, placed);
  }

  /** Whether the answer is the same whatever stands on the nodes. */
  boolean isFixed();

  /** Why the pod can go nowhere, which is said once and not for each node. */
  default Optional<String> rejects(PodShape pod) {
    return Optional.empty();
  }

  /** The names of the only nodes that are looked at; absent for all. */
  default Optional<Set<String>> only(PodShape pod) {
    return Optional.empty();
  }
}
