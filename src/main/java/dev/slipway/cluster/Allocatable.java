package dev.slipway.cluster;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.Quantity;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a node has for pods: {@code status.allocatable}.
 *
 * <p>Where it is not given it is derived, from the machine's nominal size down:
 *
 * <ol>
 *   <li>Capacity. A cloud's machine has less memory than the cloud says: 7.5 % are taken off,
 *       rounded up to whole MiB, as Karpenter does on AWS and, with the same figure, on Azure; a
 *       machine of one's own has what was given. On Google Cloud the same is taken, which is more
 *       than the cluster autoscaler reckons there: 1/64 and 0.175 % of the memory and 80 MiB, so
 *       650 MiB of 32 GiB where this takes 2458.
 *   <li>The reserve that the distribution keeps for the kubelet and the system, and the 100 MiB
 *       under which the kubelet evicts pods: {@link NodeReserve} has the figures.
 *   <li>Pods: what the machine or the distribution allows.
 *   <li>Ephemeral storage: the disk, less the tenth under which the kubelet evicts pods, and less
 *       what the distribution reserves.
 * </ol>
 *
 * <p>Each figure is a little on the low side: what fits here fits there.
 *
 * @param cpu in cores
 * @param memory in bytes
 * @param ephemeralStorage in bytes
 * @param extended what device plugins offer, by resource name, such as {@code nvidia.com/gpu}
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/">Node
 *     allocatable</a>
 * @see <a href="https://karpenter.sh/docs/reference/settings/">Karpenter:
 *     vm-memory-overhead-percent 0.075</a>
 * @see <a
 *     href="https://github.com/Azure/karpenter-provider-azure/blob/main/pkg/operator/options/options.go">Karpenter
 *     on Azure: the option of the same name</a>
 * @see <a
 *     href="https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/gce/reserved.go">The
 *     cluster autoscaler's reckoning on Google Cloud</a>
 */
public record Allocatable(
    Quantity cpu,
    Quantity memory,
    Quantity ephemeralStorage,
    int pods,
    Map<String, Quantity> extended) {

  public Allocatable {
    extended = Copies.sorted(extended);
  }

  /** What the nodes of a group have: what is given, and the rest derived. */
  static Allocatable of(NodeGroup group, Cloud cloud, NodeReserve reserve) {
    AllocatableOverrides given = group.overrides();
    @Nullable MachineType machine = group.machine().orElse(null);
    int usual = machine == null ? reserve.usualPods() : reserve.maxPods(machine);
    int pods = given.pods().orElse(usual);
    Map<String, Quantity> extended = new TreeMap<>();
    if (machine != null) {
      for (Map.Entry<String, Integer> device : machine.devices().entrySet()) {
        extended.put(device.getKey(), Quantity.of(device.getValue()));
      }
    }
    extended.putAll(given.extended());
    return new Allocatable(
        given.cpu().isPresent() ? given.cpu().get() : cpu(group, reserve),
        given.memory().isPresent() ? given.memory().get() : memory(group, cloud, reserve, pods),
        given.ephemeralStorage().orElse(disk(group, reserve)),
        pods,
        extended);
  }

  private static Quantity cpu(NodeGroup group, NodeReserve reserve) {
    MachineType machine = group.machine().orElseThrow();
    return Quantity.milli(Math.max(0, machine.cpu().milliValue() - reserve.cpu(machine)));
  }

  private static Quantity memory(NodeGroup group, Cloud cloud, NodeReserve reserve, int pods) {
    long nominal = group.machine().orElseThrow().memory().value();
    long overhead = cloud == Cloud.NONE ? 0 : wholeMibUp(Tiers.divideUp(nominal * 75, 1000));
    long capacity = nominal - overhead;
    long free = Math.max(0, capacity - reserve.memory(capacity, pods));
    return Quantity.bytes(free - free % NodeReserve.MIB);
  }

  private static Quantity disk(NodeGroup group, NodeReserve reserve) {
    long capacity = group.disk().orElse(reserve.usualDisk()).value();
    return Quantity.bytes(Math.max(0, capacity - reserve.disk(capacity)));
  }

  private static long wholeMibUp(long bytes) {
    return Tiers.divideUp(bytes, NodeReserve.MIB) * NodeReserve.MIB;
  }

  /** What is left when the pods that the cluster itself runs on the node have theirs. */
  public Allocatable less(SystemPods system) {
    return new Allocatable(
        Quantity.milli(Math.max(0, cpu.milliValue() - system.cpu().milliValue())),
        Quantity.bytes(Math.max(0, memory.value() - system.memory().value())),
        ephemeralStorage,
        Math.max(0, pods - system.pods()),
        extended);
  }

  /** For people: {@code 7910m CPU, 29317Mi memory, 58 pods}. */
  @Override
  public String toString() {
    return "%s CPU, %s memory, %s pods".formatted(cpu, memory, pods);
  }
}
