package dev.slipway.cluster;

import dev.slipway.manifest.Quantity;

/**
 * What the EKS-optimised images reserve: CPU in {@link Tiers#CPU}, memory by the number of pods
 * (255 MiB and 11 MiB for each), 1 GiB of the disk.
 *
 * @see <a
 *     href="https://github.com/awslabs/amazon-eks-ami/blob/main/nodeadm/internal/kubelet/config.go">amazon-eks-ami:
 *     how nodeadm configures the kubelet</a>
 * @see <a href="https://docs.aws.amazon.com/eks/latest/eksctl/nodegroup-managed.html">eksctl: 80
 *     GiB volumes</a>
 */
record EksReserve() implements NodeReserve {
  private static final int KUBERNETES_MAX_PODS = 110;

  @Override
  public long cpu(MachineType machine) {
    return Tiers.CPU.of(machine.cpu().milliValue());
  }

  @Override
  public long memory(long capacity, int maxPods) {
    return (255 + 11L * maxPods) * MIB + EVICTION_MEMORY;
  }

  @Override
  public int usualPods() {
    return KUBERNETES_MAX_PODS;
  }

  @Override
  public int maxPods(MachineType machine) {
    return machine.pods().orElse(usualPods());
  }

  @Override
  public Quantity usualDisk() {
    return Quantity.of("80Gi");
  }

  @Override
  public long disk(long capacity) {
    return GIB + NodeReserve.evictionDisk(capacity);
  }
}
