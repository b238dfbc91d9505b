package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * An allowance for the pods that a cluster itself runs on each node: network and storage plugins,
 * proxy, DNS, log and metrics agents.
 *
 * <p>It is an allowance, not a measurement: add-ons differ, and so do their requests. {@code
 * kubectl describe node} shows what a real node spends; give that to {@link
 * NodeGroup.Builder#systemPods}.
 *
 * @param cpu what they request together, in cores
 * @param memory what they request together, in bytes
 */
public record SystemPods(Quantity cpu, Quantity memory, int pods) {

  /** Nothing: for groups whose allocatable already leaves them out. */
  public static final SystemPods NONE = new SystemPods(Quantity.ZERO, Quantity.ZERO, 0);

  /**
   * An allowance.
   *
   * @param cpu such as {@code 300m}
   * @param memory such as {@code 400Mi}
   * @throws InvalidInputException if either is no quantity, or any is negative
   */
  public static SystemPods of(String cpu, String memory, int pods) {
    Problems problems = new Problems();
    @Nullable Quantity cores = notNegative(problems, "CPU", cpu);
    @Nullable Quantity bytes = notNegative(problems, "memory", memory);
    if (pods < 0) {
      problems.add("System pods are %s.".formatted(pods), "Give 0 or more.");
    }
    problems.throwIfAny();
    if (cores == null || bytes == null) {
      throw new IllegalStateException("A quantity is missing without a problem.");
    }
    return new SystemPods(cores, bytes, pods);
  }

  /**
   * What Slipway allows for where nothing is given, from what each provider's standard add-ons
   * request on a small node, rounded up.
   */
  public static SystemPods usualOf(Distribution distribution) {
    return switch (distribution) {
      // aws-node 50m, kube-proxy 100m, ebs-csi-node 30m/120Mi, a share of coredns and
      // metrics-server
      case EKS -> of("300m", "400Mi", 6);
      // fluentbit, gke-metrics-agent, pdcsi-node, netd, kube-proxy, a share of kube-dns
      case GKE, GKE_AUTOPILOT -> of("400m", "500Mi", 10);
      // azure-cns, two CSI drivers, cloud-node-manager, kube-proxy, a share of coredns
      case AKS -> of("400m", "600Mi", 10);
      // OVN, DNS, machine-config-daemon, tuned, node-exporter, ingress canary
      case OPENSHIFT -> of("500m", "1536Mi", 16);
      case RANCHER, KUBERNETES -> of("250m", "300Mi", 5);
    };
  }

  private static @Nullable Quantity notNegative(Problems problems, String what, String written) {
    @Nullable Quantity quantity = problems.collect(() -> Quantity.of(written));
    if (quantity != null && quantity.isNegative()) {
      problems.add("System pods request %s %s.".formatted(what, written), "Give 0 or more.");
    }
    return quantity;
  }
}
