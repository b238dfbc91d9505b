package dev.slipway.check.rule;

import dev.slipway.manifest.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * When a probe is asked and when it gives up, in seconds.
 *
 * @param delay before it is asked first
 * @param period between two times
 * @param failures how many in a row count
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/">Probes</a>
 */
record ProbeTimes(long delay, long period, long failures) {

  /** Those of a probe, with Kubernetes' defaults for what it does not say. */
  static ProbeTimes of(Mapping probe) {
    return new ProbeTimes(
        number(probe, "initialDelaySeconds", 0),
        number(probe, "periodSeconds", 10),
        number(probe, "failureThreshold", 3));
  }

  /** How long it goes on failing before it counts, once it was well. */
  long window() {
    return period * failures;
  }

  /** How long after the container's start it gives up, where it never was well. */
  long givesUp() {
    return delay + period * Math.max(0, failures - 1);
  }

  private static long number(Mapping probe, String field, long otherwise) {
    @Nullable Long number = probe.integer(field);
    return number == null ? otherwise : number;
  }
}
