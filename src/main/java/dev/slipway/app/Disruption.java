package dev.slipway.app;

import dev.slipway.cluster.Feature;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.target.Target;
import java.util.Optional;

/**
 * How many of a workload's pods may be away while a node is drained. A budget always lets one pod
 * go: one that does not would block every drain, and cannot be declared.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/run-application/configure-pdb/">Disruption
 *     budgets</a>
 */
public sealed interface Disruption {

  /** The budget's bound, or empty where there is to be no budget. */
  Optional<Mapping> bound();

  /** At least this many pods stay. */
  static Disruption minAvailable(int pods) {
    return new MinAvailable(pods);
  }

  /** At most this many pods are away. */
  static Disruption maxUnavailable(int pods) {
    return new MaxUnavailable(pods);
  }

  /** No budget. */
  static Disruption unbounded() {
    return new Unbounded();
  }

  /** Adds what makes this budget block a drain of a workload with so many pods. */
  default void check(Replicas replicas, Problems problems) {}

  /** The budget's {@code spec} for pods that carry some labels. */
  static Mapping spec(Mapping bound, Mapping selector, Target target) {
    Mapping.Builder spec =
        Mapping.builder().putAll(bound).put("selector", Mapping.of("matchLabels", selector));
    // Without it, a pod that never became ready holds up the drain of its node.
    if (target.strict() && Feature.UNHEALTHY_POD_EVICTION.in(target.cluster().version())) {
      spec.put("unhealthyPodEvictionPolicy", "AlwaysAllow");
    }
    return spec.build();
  }

  record MinAvailable(int pods) implements Disruption {
    @Override
    public Optional<Mapping> bound() {
      return Optional.of(Mapping.builder().put("minAvailable", pods).build());
    }

    @Override
    public void check(Replicas replicas, Problems problems) {
      if (pods >= replicas.min()) {
        problems.add(
            "The disruption budget keeps %s pods, and there may be only %s: no node with one of them could be drained."
                .formatted(pods, replicas.min()),
            "Keep at most " + Math.max(0, replicas.min() - 1) + ", or have more replicas.",
            "disruption.minAvailable",
            "replicas");
      }
    }
  }

  record MaxUnavailable(int pods) implements Disruption {
    @Override
    public Optional<Mapping> bound() {
      return Optional.of(Mapping.builder().put("maxUnavailable", pods).build());
    }

    @Override
    public void check(Replicas replicas, Problems problems) {
      if (pods < 1) {
        problems.add(
            "The disruption budget lets " + pods + " pods go: no node with one could be drained.",
            "Let at least 1 go.",
            "disruption.maxUnavailable");
      }
    }
  }

  record Unbounded() implements Disruption {
    @Override
    public Optional<Mapping> bound() {
      return Optional.empty();
    }
  }
}
