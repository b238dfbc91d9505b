package dev.slipway.cluster;

import dev.slipway.manifest.Quantity;

/**
 * What a distribution keeps of a node for the kubelet and the system, and what it allows where the
 * machine says nothing.
 */
sealed interface NodeReserve
    permits EksReserve, GkeReserve, AksReserve, OpenShiftReserve, KubeletReserve {

  long MIB = 1L << 20;
  long GIB = 1L << 30;

  /**
   * The memory under which the kubelet evicts pods: {@code memory.available<100Mi}.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#hard-eviction-thresholds">Hard
   *     eviction thresholds</a>
   */
  long EVICTION_MEMORY = 100 * MIB;

  /** The reserve of a cluster's nodes. */
  static NodeReserve of(
      Distribution distribution, KubernetesVersion version, PodNetwork podNetwork) {
    return switch (distribution) {
      case EKS -> new EksReserve();
      case GKE, GKE_AUTOPILOT -> new GkeReserve();
      case AKS -> new AksReserve(version, podNetwork);
      case OPENSHIFT -> new OpenShiftReserve();
      case RANCHER, KUBERNETES -> new KubeletReserve();
    };
  }

  /** Thousandths of a core that pods cannot have. */
  long cpu(MachineType machine);

  /** Bytes of memory that pods cannot have, what the kubelet evicts at included. */
  long memory(long capacity, int maxPods);

  /** How many pods a node takes for which nothing is given. */
  int usualPods();

  /** How many pods a node of a machine takes. */
  default int maxPods(MachineType machine) {
    // What limits pods on a named machine is the VPC CNI, which only EKS has.
    return machine.name().isEmpty() ? machine.pods().orElse(usualPods()) : usualPods();
  }

  /** The disk of a node for which none is given. */
  Quantity usualDisk();

  /** Bytes of the disk that pods cannot have, what the kubelet evicts at included. */
  long disk(long capacity);

  /**
   * The tenth of the disk under which the kubelet evicts pods: {@code nodefs.available<10%}.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#hard-eviction-thresholds">Hard
   *     eviction thresholds</a>
   */
  static long evictionDisk(long capacity) {
    return Tiers.divideUp(capacity, 10);
  }
}
