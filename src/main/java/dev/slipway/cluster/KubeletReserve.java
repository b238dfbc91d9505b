package dev.slipway.cluster;

import dev.slipway.manifest.Quantity;

/**
 * What a kubelet keeps back that nobody has configured: nothing but what it evicts at; 110 pods.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/">Reserve
 *     compute resources for system daemons</a>
 */
record KubeletReserve() implements NodeReserve {
  private static final int MAX_PODS = 110;

  @Override
  public long cpu(MachineType machine) {
    return 0;
  }

  @Override
  public long memory(long capacity, int maxPods) {
    return EVICTION_MEMORY;
  }

  @Override
  public int usualPods() {
    return MAX_PODS;
  }

  @Override
  public Quantity usualDisk() {
    return Quantity.of("100Gi");
  }

  @Override
  public long disk(long capacity) {
    return NodeReserve.evictionDisk(capacity);
  }
}
