package dev.slipway.check.schema;

import dev.slipway.cluster.KubernetesVersion;

/**
 * A span of minor releases of Kubernetes 1.
 *
 * @param first the first; 0 for any
 * @param last the last; {@link Integer#MAX_VALUE} for any
 */
record Releases(int first, int last) {
  /** Stands for a release that nobody knows. */
  static final int UNKNOWN = -1;

  static final Releases ALL = new Releases(0, Integer.MAX_VALUE);

  /** What stands behind an '@': {@code 27-}, {@code -30}, {@code 26-30} or {@code 31}. */
  static Releases of(String written) {
    int dash = written.indexOf('-');
    if (dash < 0) {
      int only = Integer.parseInt(written);
      return new Releases(only, only);
    }
    return new Releases(
        dash == 0 ? 0 : Integer.parseInt(written.substring(0, dash)),
        dash == written.length() - 1
            ? Integer.MAX_VALUE
            : Integer.parseInt(written.substring(dash + 1)));
  }

  /** Whether a release is one of them; every one is that is not known. */
  boolean include(int minor) {
    return minor == UNKNOWN || (first <= minor && minor <= last);
  }

  /** Why a release is none of them: they begin after it, or ended before it. */
  String whyNot(int minor) {
    return first > minor
        ? "is known from Kubernetes %s on".formatted(new KubernetesVersion(1, first))
        : "ended with Kubernetes %s".formatted(new KubernetesVersion(1, last));
  }
}
