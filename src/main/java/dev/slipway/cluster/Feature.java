package dev.slipway.cluster;

import dev.slipway.manifest.Problem;

/**
 * What manifests can say only to later versions of Kubernetes than the oldest that Slipway knows.
 *
 * <p>A feature counts as there from the first version that has it without anybody setting a feature
 * gate: managed clusters let nobody set one. What every known version has is not listed: version 2
 * of the autoscaler's API (1.23), version 1 of disruption budgets and CronJobs (1.21), gRPC probes
 * (beta and on in 1.24).
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/">Feature
 *     gates</a>, and the page of those that were <a
 *     href="https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates-removed/">removed</a>
 */
public enum Feature {
  /** CronJobTimeZone: alpha in 1.24, on from 1.25, GA in 1.27. */
  CRON_JOB_TIME_ZONE(25, "Write the schedule in the control plane's own time zone, usually UTC."),

  /** NodeInclusionPolicyInPodTopologySpread: alpha in 1.25, on from 1.26, GA in 1.33. */
  SPREAD_NODE_POLICIES(26, "Leave it out, and let the spread be a wish."),

  /** MinDomainsInPodTopologySpread: alpha in 1.24, beta but off in 1.25, on from 1.27. */
  SPREAD_MIN_DOMAINS(27, "Leave it out; a required anti-affinity keeps pods apart as well."),

  /** MatchLabelKeysInPodTopologySpread: alpha in 1.25, on from 1.27. */
  SPREAD_MATCH_LABEL_KEYS(27, "Leave it out; pods of the old revision then count too."),

  /** PDBUnhealthyPodEvictionPolicy: alpha in 1.26, on from 1.27, GA in 1.31. */
  UNHEALTHY_POD_EVICTION(27, "Leave it out, and delete pods by hand that hold up a drain."),

  /** ReadWriteOncePod: alpha in 1.22, on from 1.27, GA in 1.29. */
  READ_WRITE_ONCE_POD(27, "Ask for ReadWriteOnce, with one replica that is replaced, not rolled."),

  /** SidecarContainers: alpha in 1.28, on from 1.29, GA in 1.33. */
  NATIVE_SIDECARS(29, "Make it one of the containers: it then starts and ends with the others."),

  /** PodHostIPs: alpha in 1.28, on from 1.29, GA in 1.30. */
  POD_HOST_IPS(29, "Read status.hostIP, which is one address."),

  /** PodLifecycleSleepAction: alpha in 1.29, on from 1.30, GA in 1.34. */
  SLEEP_HOOK(30, "Run sleep by a command, if the image has one."),

  /**
   * MaxUnavailableStatefulSet: alpha in 1.24, on in 1.35.0 to 1.35.3, off again until 1.37. Before
   * that the API server drops the field without a word.
   */
  STATEFUL_SET_MAX_UNAVAILABLE(37, "Leave it out: its pods are then replaced one at a time.");

  private final int since;
  private final String alternative;

  Feature(int since, String alternative) {
    this.since = since;
    this.alternative = alternative;
  }

  /** Whether a version has it without a feature gate being set. */
  public boolean in(KubernetesVersion version) {
    return version.atLeast(since);
  }

  /**
   * What to tell somebody whose cluster does not have it.
   *
   * @param what what asks for it, as a clause: {@code The container 'it' is a sidecar}
   */
  public Problem missing(String what, Cluster cluster) {
    return Problem.of(
        "%s, which Kubernetes has from 1.%s on, and cluster '%s' is %s."
            .formatted(what, since, cluster.name(), cluster.version()),
        alternative + " Or upgrade the cluster.");
  }
}
