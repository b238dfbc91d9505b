package dev.slipway.cluster;

import dev.slipway.manifest.Quantity;

/**
 * What OpenShift reserves where no KubeletConfig says otherwise: half a core, 1 GiB of memory, 1
 * GiB of the disk; 250 pods.
 *
 * @see <a
 *     href="https://docs.redhat.com/en/documentation/openshift_container_platform/4.18/html/nodes/working-with-nodes#nodes-nodes-resources-configuring">Allocating
 *     resources for nodes</a>
 */
record OpenShiftReserve() implements NodeReserve {
  private static final int MAX_PODS = 250;

  @Override
  public long cpu(MachineType machine) {
    return 500;
  }

  @Override
  public long memory(long capacity, int maxPods) {
    return GIB + EVICTION_MEMORY;
  }

  @Override
  public int usualPods() {
    return MAX_PODS;
  }

  @Override
  public Quantity usualDisk() {
    return Quantity.of("120Gi");
  }

  @Override
  public long disk(long capacity) {
    return GIB + NodeReserve.evictionDisk(capacity);
  }
}
