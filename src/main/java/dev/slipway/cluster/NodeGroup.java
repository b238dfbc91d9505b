package dev.slipway.cluster;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Nodes of one shape, with the same labels and taints.
 *
 * @param labels what the owner puts on the nodes, in the order given; a real node has more (see
 *     {@link Node})
 * @param machine what each node is; absent where only {@code overrides} says what it has
 * @param zones where the nodes stand: node i in zone i modulo their number
 * @param overrides the figures of {@link Allocatable} that are given instead of derived
 * @param disk the disk for ephemeral storage, in bytes; absent for what the distribution usually
 *     has
 * @param systemPods the allowance for the cluster's own pods on each node; absent for {@link
 *     SystemPods#usualOf}
 */
public record NodeGroup(
    String name,
    Map<String, String> labels,
    List<Taint> taints,
    Optional<MachineType> machine,
    NodeCount count,
    List<String> zones,
    AllocatableOverrides overrides,
    Optional<Quantity> disk,
    Optional<SystemPods> systemPods) {
  /** Leaves room for the number of the node in a name of 63 characters. */
  private static final int LONGEST_NAME = Names.LABEL_LENGTH - "-99999".length();

  public NodeGroup {
    labels = Copies.inOrder(labels);
    taints = List.copyOf(taints);
    zones = List.copyOf(zones);
  }

  /** A group of a name: lower-case letters, digits and '-', at most 57 characters. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Collects what a node group is, and what is wrong with it. Not thread-safe. */
  public static final class Builder {
    private static final FieldPath LABELS = FieldPath.of("labels");

    private final Problems problems = new Problems();
    private final String name;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<Taint> taints = new ArrayList<>();
    private final List<String> zones = new ArrayList<>();
    private final Map<String, Quantity> extended = new TreeMap<>();
    private @Nullable MachineType machine;
    private boolean machineAsked;
    private @Nullable NodeCount count;
    private @Nullable Quantity cpu;
    private @Nullable Quantity memory;
    private @Nullable Quantity ephemeralStorage;
    private @Nullable Quantity disk;
    private @Nullable Integer maxPods;
    private @Nullable SystemPods systemPods;

    private Builder(String name) {
      this.name = name;
    }

    /** A label of every node. A node group's cloud tag is none. */
    public Builder label(String key, String value) {
      @Nullable String before = labels.putIfAbsent(key, value);
      if (before != null && !before.equals(value)) {
        problems.add(
            "Label '%s' is given twice, as '%s' and as '%s'.".formatted(key, before, value),
            "Give it once.");
      }
      return this;
    }

    /** Labels of every node. */
    public Builder labels(Map<String, String> more) {
      for (Map.Entry<String, String> label : more.entrySet()) {
        label(label.getKey(), label.getValue());
      }
      return this;
    }

    public Builder taint(Taint taint) {
      taints.add(taint);
      return this;
    }

    /** A taint as kubectl writes it: {@code dedicated=trainer:NoSchedule}. */
    public Builder taint(String written) {
      @Nullable Taint taint = problems.collect(() -> Taint.parse(written));
      return taint == null ? this : taint(taint);
    }

    /**
     * The machine type of a name, such as {@code m5.2xlarge}; {@link MachineType#named} has them.
     */
    public Builder machine(String typeName) {
      machineAsked = true;
      machine = problems.collect(() -> MachineType.named(typeName));
      return this;
    }

    public Builder machine(MachineType type) {
      machineAsked = true;
      machine = type;
      return this;
    }

    /** So many nodes, no more and no less. */
    public Builder nodes(int exactly) {
      return nodes(exactly, exactly);
    }

    /** So many nodes as an autoscaler sees fit; {@code min} may be 0. */
    public Builder nodes(int min, int max) {
      count = NodeCount.between(min, max);
      return this;
    }

    /**
     * Where the nodes stand, as the cloud calls it: {@code eu-west-1a}, {@code europe-west1-b}; on
     * Azure {@code westeurope-1} or only {@code 1}.
     */
    public Builder zones(String... names) {
      return zones(List.of(names));
    }

    public Builder zones(List<String> names) {
      zones.addAll(names);
      return this;
    }

    /** What {@code kubectl describe node} shows as allocatable, instead of what is derived. */
    public Builder allocatable(String cpu, String memory, int pods) {
      return allocatableCpu(cpu).allocatableMemory(memory).maxPods(pods);
    }

    /** Allocatable CPU in cores, such as {@code 7910m}, instead of what is derived. */
    public Builder allocatableCpu(String cpu) {
      this.cpu = quantity("allocatable CPU", cpu);
      return this;
    }

    /** Allocatable memory, such as {@code 29317Mi}, instead of what is derived. */
    public Builder allocatableMemory(String memory) {
      this.memory = quantity("allocatable memory", memory);
      return this;
    }

    /** Allocatable ephemeral storage, such as {@code 70Gi}, instead of what is derived. */
    public Builder allocatableEphemeralStorage(String storage) {
      this.ephemeralStorage = quantity("allocatable ephemeral storage", storage);
      return this;
    }

    /** What a device plugin offers on each node, such as {@code nvidia.com/gpu}. */
    public Builder allocatableExtended(String resource, String amount) {
      @Nullable Quantity quantity = quantity("allocatable " + resource, amount);
      if (quantity != null) {
        extended.put(resource, quantity);
      }
      return this;
    }

    /**
     * How many pods a node takes, as its kubelet is configured. It also decides how much memory EKS
     * and AKS reserve, unless allocatable memory is given.
     */
    public Builder maxPods(int pods) {
      maxPods = pods;
      return this;
    }

    /** The disk for images, logs and ephemeral volumes, such as {@code 100Gi}. */
    public Builder disk(String size) {
      this.disk = quantity("disk", size);
      return this;
    }

    /** What the cluster's own pods take of each node. */
    public Builder systemPods(SystemPods allowance) {
      systemPods = allowance;
      return this;
    }

    /**
     * The node group.
     *
     * @throws InvalidInputException with everything that is wrong
     */
    public NodeGroup build() {
      checkName();
      checkLabels();
      checkTaints();
      checkSize();
      checkZones();
      problems.throwIfAny("node group '" + name + "'");
      return new NodeGroup(
          name,
          labels,
          taints,
          Optional.ofNullable(machine),
          count == null ? NodeCount.fixed(0) : count,
          zones,
          new AllocatableOverrides(
              Optional.ofNullable(cpu),
              Optional.ofNullable(memory),
              Optional.ofNullable(ephemeralStorage),
              maxPods == null ? OptionalInt.empty() : OptionalInt.of(maxPods),
              extended),
          Optional.ofNullable(disk),
          Optional.ofNullable(systemPods));
    }

    private void checkName() {
      Optional<String> wrong = Names.label(name);
      if (wrong.isEmpty() && name.length() > LONGEST_NAME) {
        wrong = Optional.of(tooLong());
      }
      if (wrong.isPresent()) {
        problems.add(
            "The name '%s' %s.".formatted(name, wrong.get()),
            "Its nodes are named after it, as '<group>-0', and a node's name is a DNS label.",
            "name");
      }
    }

    private String tooLong() {
      return "is %s characters long; at most %s may be".formatted(name.length(), LONGEST_NAME);
    }

    private void checkLabels() {
      for (Map.Entry<String, String> label : labels.entrySet()) {
        String key = label.getKey();
        String value = label.getValue();
        Optional<String> wrongKey = Names.labelKey(key);
        if (wrongKey.isPresent()) {
          problems.add(
              "Label key '%s' %s.".formatted(key, wrongKey.get()),
              "Write it as Kubernetes does, such as hs-component or example.com/pool.",
              LABELS.key(key));
        }
        Optional<String> wrongValue = Names.labelValue(value);
        if (wrongValue.isPresent()) {
          problems.add(
              "The value '%s' of label '%s' %s.".formatted(value, key, wrongValue.get()),
              "Write a value that Kubernetes takes.",
              LABELS.key(key));
        }
      }
      if (labels.containsKey(Node.HOSTNAME)) {
        problems.add(
            "Label '%s' is given to a whole group.".formatted(Node.HOSTNAME),
            "Leave it out: each node has its own.",
            LABELS.key(Node.HOSTNAME));
      }
    }

    private void checkTaints() {
      Set<String> seen = new LinkedHashSet<>();
      for (int i = 0; i < taints.size(); i++) {
        Taint taint = taints.get(i);
        if (!seen.add(taint.key() + ":" + taint.effect().id())) {
          problems.add(
              "There are two taints with key '%s' and effect %s."
                  .formatted(taint.key(), taint.effect().id()),
              "Keep one: a node has one taint for a key and an effect.",
              FieldPath.of("taints").index(i));
        }
      }
    }

    private void checkSize() {
      if (!machineAsked && (cpu == null || memory == null)) {
        problems.add(
            "Nothing says what its nodes have.",
            "Give a machine type such as m5.2xlarge, a size such as {cpu: 8, memory: 32Gi, pods:"
                + " 58}, or allocatable CPU and memory.",
            "machine");
      }
      if (maxPods != null && maxPods < 1) {
        problems.add(
            "A node takes %s pods.".formatted(maxPods), "Give at least 1.", "allocatable.pods");
      }
      if (count == null) {
        problems.add(
            "Nothing says how many nodes it has.", "Give a number, or a least and most.", "nodes");
      } else if (count.min() < 0 || count.max() < 1 || count.min() > count.max()) {
        problems.add(
            "It has %s nodes.".formatted(count),
            "Give a least number of 0 or more, and a most of at least 1 that is not below it.",
            "nodes.max",
            "nodes");
      }
    }

    private void checkZones() {
      Set<String> seen = new LinkedHashSet<>();
      for (int i = 0; i < zones.size(); i++) {
        if (!seen.add(zones.get(i))) {
          problems.add(
              "Zone '%s' is given twice.".formatted(zones.get(i)),
              "Give it once.",
              FieldPath.of("zones").index(i));
        }
      }
    }

    private @Nullable Quantity quantity(String what, String written) {
      @Nullable Quantity quantity = problems.collect(() -> Quantity.of(written));
      if (quantity != null && (quantity.isNegative() || quantity.isZero())) {
        problems.add(
            "Its %s is %s.".formatted(what, written), "Give a positive quantity, such as 100Gi.");
        return null;
      }
      return quantity;
    }
  }
}
