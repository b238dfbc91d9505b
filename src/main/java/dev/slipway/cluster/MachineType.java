package dev.slipway.cluster;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Quantity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a node is made of: a cloud's machine type by its name, or a size.
 *
 * @param name as the cloud has it, such as {@code m5.2xlarge}; empty for a machine given by its
 *     size
 * @param cloud the cloud that has it; empty for a machine given by its size
 * @param cpu vCPUs, in cores
 * @param memory as the cloud states it, which is more than what its nodes have (see {@link
 *     Allocatable})
 * @param pods how many pods can have an address on an EC2 instance; empty where the machine sets no
 *     such limit
 * @param devices what pods can ask for beside CPU and memory, such as {@code nvidia.com/gpu}, in
 *     pieces; a node has them once their device plugin runs there
 */
public record MachineType(
    String name,
    Optional<Cloud> cloud,
    Quantity cpu,
    Quantity memory,
    Architecture architecture,
    OptionalInt pods,
    Map<String, Integer> devices) {

  public MachineType {
    devices = Copies.sorted(devices);
  }

  /**
   * The machine type of a name: {@code m5.2xlarge}, {@code n4-standard-8}, {@code
   * n2-custom-8-32768}, {@code Standard_D8s_v5}.
   *
   * @throws InvalidInputException if Slipway knows none of that name; it knows the general-purpose,
   *     compute, memory, storage and accelerated families in current use, and a machine that it
   *     does not know can always be given by its size
   */
  public static MachineType named(String name) {
    return MachineCatalogue.find(name);
  }

  /**
   * A machine by its size, with no limit to its pods but that of the distribution.
   *
   * @param cpu cores, such as {@code 8}
   * @param memory such as {@code 32Gi}
   * @throws InvalidInputException if either is no positive quantity
   */
  public static MachineType of(String cpu, String memory) {
    return sized(cpu, memory, OptionalInt.empty());
  }

  /**
   * A machine by its size.
   *
   * @param cpu cores, such as {@code 8}
   * @param memory such as {@code 32Gi}
   * @param pods how many pods it can have; at least 1
   * @throws InvalidInputException if any of these is not positive
   */
  public static MachineType of(String cpu, String memory, int pods) {
    return sized(cpu, memory, OptionalInt.of(pods));
  }

  private static MachineType sized(String cpu, String memory, OptionalInt pods) {
    Problems problems = new Problems();
    @Nullable Quantity cores = positive(problems, "CPU", cpu, "8");
    @Nullable Quantity bytes = positive(problems, "memory", memory, "32Gi");
    if (pods.isPresent() && pods.getAsInt() < 1) {
      problems.add(
          "A machine has %s pods.".formatted(pods.getAsInt()),
          "Give at least 1, or leave it out.",
          "pods");
    }
    problems.throwIfAny();
    if (cores == null || bytes == null) {
      throw new IllegalStateException("A quantity is missing without a problem.");
    }
    return new MachineType("", Optional.empty(), cores, bytes, Architecture.AMD64, pods, Map.of());
  }

  private static @Nullable Quantity positive(
      Problems problems, String what, String written, String example) {
    @Nullable Quantity quantity = problems.collect(() -> Quantity.of(written));
    if (quantity != null && (quantity.isZero() || quantity.isNegative())) {
      problems.add(
          "A machine has %s %s.".formatted(what, written),
          "Give a positive quantity, such as %s.".formatted(example),
          what.toLowerCase(Locale.ROOT));
    }
    return quantity;
  }

  /** This machine, with processors of another architecture. */
  public MachineType with(Architecture other) {
    return new MachineType(name, cloud, cpu, memory, other, pods, devices);
  }

  /**
   * This machine, with so many devices more.
   *
   * @param resource as pods ask for it: {@code nvidia.com/gpu}
   * @throws InvalidInputException if the count is less than 1
   */
  public MachineType withDevices(String resource, int count) {
    if (count < 1) {
      throw new InvalidInputException(
          Problem.of(
              "A machine has %s of %s.".formatted(count, resource),
              "Give at least 1, or leave it out."));
    }
    Map<String, Integer> more = new TreeMap<>(devices);
    more.merge(resource, count, Integer::sum);
    return new MachineType(name, cloud, cpu, memory, architecture, pods, more);
  }

  /** Its name, or its size where it has none: {@code m5.2xlarge}, {@code 8 CPUs, 32Gi}. */
  @Override
  public String toString() {
    return name.isEmpty() ? cpu + " CPUs, " + memory : name;
  }
}
