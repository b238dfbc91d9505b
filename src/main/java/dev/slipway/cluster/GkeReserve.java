package dev.slipway.cluster;

import dev.slipway.manifest.Quantity;
import java.util.Set;

/**
 * What GKE reserves: CPU in {@link Tiers#CPU}, or 1060 thousandths on the shared-core E2 machines;
 * memory in {@link Tiers#MEMORY}, or 255 MiB of less than 1 GiB; of the boot disk the least of half
 * of it, 6 GiB and 35 %, and 100 GiB.
 *
 * @see <a href="https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes">Plan GKE
 *     node sizes</a>
 */
record GkeReserve() implements NodeReserve {
  private static final Set<String> SHARED_CORE = Set.of("e2-micro", "e2-small", "e2-medium");
  private static final int SHARED_CORE_RESERVE = 1060;
  private static final int MAX_PODS = 110;

  @Override
  public long cpu(MachineType machine) {
    return SHARED_CORE.contains(machine.name())
        ? SHARED_CORE_RESERVE
        : Tiers.CPU.of(machine.cpu().milliValue());
  }

  @Override
  public long memory(long capacity, int maxPods) {
    long reserve = capacity < GIB ? 255 * MIB : Tiers.MEMORY.of(capacity);
    return reserve + EVICTION_MEMORY;
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
    long system =
        Math.min(
            Tiers.divideUp(capacity, 2),
            Math.min(6 * GIB + Tiers.divideUp(capacity * 35, 100), 100 * GIB));
    return system + NodeReserve.evictionDisk(capacity);
  }
}
