package dev.slipway.placement.scenario;

import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.Workload;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Remembers which workloads were left without a place, so that each is told of once. */
final class NewlyUnplaced {
  private final Set<Workload> known = new HashSet<>();
  private boolean nobody;

  /**
   * Whether a pod's workload is not known yet; those of all of them are from now on. A search that
   * is undecided may name no pod: that counts once, too.
   */
  boolean isAmong(Collection<Pod> pods) {
    boolean any = pods.isEmpty() && !nobody;
    nobody |= any;
    for (Pod pod : pods) {
      any |= known.add(pod.workload());
    }
    return any;
  }
}
