package dev.slipway.cluster;

import dev.slipway.manifest.Quantity;

/**
 * What AKS reserves: CPU by its table; memory since 1.29 the smaller of 20 MiB for each pod and 50
 * MiB, and a quarter; before, {@link Tiers#MEMORY}, with pods evicted at 750 MiB.
 *
 * @see <a href="https://learn.microsoft.com/azure/aks/node-resource-reservations">Node resource
 *     reservations in AKS</a>
 */
record AksReserve(KubernetesVersion version, PodNetwork podNetwork) implements NodeReserve {

  /**
   * The table's figures (1 core 60, 2 cores 100, 4 140, 8 180, 16 260, 32 420, 64 740), and a
   * straight line between two of them.
   */
  private static final long[][] CPU = {
    {1, 60}, {2, 100}, {4, 140}, {8, 180}, {16, 260}, {32, 420}, {64, 740}
  };

  @Override
  public long cpu(MachineType machine) {
    long millis = machine.cpu().milliValue();
    int above = 1;
    while (above < CPU.length - 1 && millis > CPU[above][0] * 1000) {
      above++;
    }
    long[] low = CPU[above - 1];
    long[] high = CPU[above];
    long beyond = Math.max(0, millis - low[0] * 1000);
    return low[1] + Tiers.divideUp(beyond * (high[1] - low[1]), (high[0] - low[0]) * 1000);
  }

  @Override
  public long memory(long capacity, int maxPods) {
    if (!version.atLeast(29)) {
      return Tiers.MEMORY.of(capacity) + 750 * MIB;
    }
    long byPods = (20L * maxPods + 50) * MIB;
    return Math.min(byPods, Tiers.divideUp(capacity, 4)) + EVICTION_MEMORY;
  }

  @Override
  public int usualPods() {
    return podNetwork.maxPods();
  }

  @Override
  public Quantity usualDisk() {
    return Quantity.of("128Gi");
  }

  @Override
  public long disk(long capacity) {
    return NodeReserve.evictionDisk(capacity);
  }
}
