package dev.slipway.notation;

import dev.slipway.cluster.Architecture;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeCount;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.SystemPods;
import dev.slipway.cluster.Taint;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Quantity;
import java.util.List;
import java.util.Map;

/** Node groups and the machines they are made of, in a file. */
public final class NodeGroupNotation {
  private static final Field<String> TAINT_KEY =
      Field.required("key", Type.string().of(Format.LABEL_KEY), "The taint's key.")
          .example("dedicated");
  private static final Field<String> TAINT_VALUE =
      Field.optional("value", Type.string().of(Format.LABEL_VALUE).orEmpty(), "The taint's value.")
          .byDefault("")
          .example("trainer");
  private static final Field<Taint.Effect> EFFECT =
      Field.required(
              "effect",
              Type.oneOf(
                  effect(Taint.Effect.NO_SCHEDULE, "they are not placed on the node"),
                  effect(
                      Taint.Effect.PREFER_NO_SCHEDULE,
                      "they are placed on the node only when no other takes them"),
                  effect(Taint.Effect.NO_EXECUTE, "they are evicted from the node, too")),
              "What happens to pods that do not tolerate it.")
          .example("NoSchedule");
  private static final Definition<Taint> TAINT =
      Definition.of("taint", "What keeps pods off a node unless they tolerate it.")
          .fields(TAINT_KEY, TAINT_VALUE, EFFECT)
          .building(g -> Taint.of(g.get(TAINT_KEY), g.get(TAINT_VALUE), g.get(EFFECT)));

  private static final Field<Quantity> CPU =
      Field.required("cpu", Type.cpu(), "Its vCPUs, in cores.").example("8");
  private static final Field<Quantity> MEMORY =
      Field.required("memory", Type.bytes(), "Its memory, as its maker states it.").example("32Gi");
  private static final Field<Integer> PODS =
      Field.optional("pods", Type.integerFrom(1), "How many pods can have an address on it.")
          .byDefaultIs("as many as the distribution lets a node have")
          .example("58");
  private static final Field<Architecture> ARCHITECTURE =
      Field.optional(
              "architecture",
              Type.oneOf(
                  Choice.of(Architecture.AMD64.id(), Architecture.AMD64, "Intel and AMD"),
                  Choice.of(Architecture.ARM64.id(), Architecture.ARM64, "Arm")),
              "What its processors are.")
          .byDefault(Architecture.AMD64)
          .example("arm64");
  private static final Field<Map<String, Integer>> DEVICES =
      Field.optional(
              "devices",
              Type.mapOf(Format.LABEL_KEY, Type.integerFrom(1)),
              "What pods can ask for beside CPU and memory, in pieces, as its device plugin calls"
                  + " it.")
          .example("{nvidia.com/gpu: 1}");
  private static final Definition<MachineType> MACHINE_SIZE =
      Definition.of(
              "machine", "A machine by its size, for those that Slipway does not know by name.")
          .fields(CPU, MEMORY, PODS, ARCHITECTURE, DEVICES)
          .building(NodeGroupNotation::machine);

  private static final Field<Integer> MIN =
      Field.required("min", Type.integerFrom(0), "How many nodes there are at least.").example("2");
  private static final Field<Integer> MAX =
      Field.required("max", Type.integerFrom(1), "How many an autoscaler may make of them.")
          .example("6");
  private static final Definition<NodeCount> RANGE =
      Definition.of("range of nodes", "As many nodes as an autoscaler sees fit.")
          .fields(MIN, MAX)
          .building(given -> NodeCount.between(given.get(MIN), given.get(MAX)));

  private static final Field<Quantity> ALLOCATABLE_CPU =
      Field.optional("cpu", Type.cpu(), "CPU for pods, in cores.").example("15890m");
  private static final Field<Quantity> ALLOCATABLE_MEMORY =
      Field.optional("memory", Type.bytes(), "Memory for pods.").example("58Gi");
  private static final Field<Integer> ALLOCATABLE_PODS =
      Field.optional("pods", Type.integerFrom(1), "How many pods a node takes.").example("234");
  private static final Field<Quantity> ALLOCATABLE_STORAGE =
      Field.optional(
              "ephemeralStorage", Type.bytes(), "Disk for images, logs and ephemeral volumes.")
          .example("70Gi");
  private static final Field<Map<String, Quantity>> EXTENDED =
      Field.optional(
              "extended",
              Type.mapOf(Format.LABEL_KEY, Type.quantity()),
              "What device plugins offer on each node.")
          .example("{nvidia.com/gpu: 1}");
  private static final Definition<Given> ALLOCATABLE =
      Definition.of(
              "set of allocatable figures",
              "What 'kubectl describe node' shows as allocatable. What is left out is derived from"
                  + " the machine.")
          .fields(
              ALLOCATABLE_CPU, ALLOCATABLE_MEMORY, ALLOCATABLE_PODS, ALLOCATABLE_STORAGE, EXTENDED)
          .building(given -> given);

  private static final Field<Quantity> SYSTEM_CPU =
      Field.required("cpu", Type.cpu(), "What they request together, in cores.").example("300m");
  private static final Field<Quantity> SYSTEM_MEMORY =
      Field.required("memory", Type.bytes(), "What they request together.").example("400Mi");
  private static final Field<Integer> SYSTEM_COUNT =
      Field.required("pods", Type.integerFrom(0), "How many they are.").example("6");
  private static final Definition<SystemPods> SYSTEM_PODS =
      Definition.of(
              "allowance for system pods",
              "What is allowed for the pods that the cluster itself runs on each node.")
          .fields(SYSTEM_CPU, SYSTEM_MEMORY, SYSTEM_COUNT)
          .building(
              given ->
                  SystemPods.of(
                      given.get(SYSTEM_CPU).toString(),
                      given.get(SYSTEM_MEMORY).toString(),
                      given.get(SYSTEM_COUNT)));

  private static final Field<String> NAME =
      Field.required(
              "name",
              Type.name("node group", Format.DNS_LABEL),
              "The group's name; its nodes are called <name>-0, <name>-1 and so on.")
          .example("trainer");
  private static final Field<Map<String, String>> LABELS =
      Field.optional(
              "labels",
              Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty()),
              "Labels of every node, beside those that Kubernetes and the cloud set. A cloud's tag"
                  + " is no label.")
          .example("{hs-component: trainer}");
  private static final Field<List<Taint>> TAINTS =
      Field.optional(
              "taints",
              Type.listOf(Type.string().as(Taint::parse).or(Type.object(TAINT))),
              "Taints of every node, spelled out or as kubectl writes them.")
          .example("[{key: dedicated, value: trainer, effect: NoSchedule}]");
  private static final Field<MachineType> MACHINE =
      Field.optional(
              "machine",
              Type.string().as(MachineType::named).or(Type.object(MACHINE_SIZE)),
              "What each node is: a cloud's machine type by its name, or a size. It may be left out"
                  + " where allocatable CPU and memory are given.")
          .example("m5.4xlarge");
  private static final Field<NodeCount> NODES =
      Field.required(
              "nodes",
              Type.integerFrom(1).as(NodeCount::fixed).or(Type.object(RANGE)),
              "How many nodes there are, or between which numbers an autoscaler decides.")
          .example("{min: 2, max: 6}");
  private static final Field<List<String>> ZONES =
      Field.optional(
              "zones",
              Type.listOf(Type.string()),
              "Where the nodes stand, as the cloud calls it. Node i stands in zone i modulo their"
                  + " number.")
          .example("[eu-west-1a, eu-west-1b]");
  private static final Field<Given> ALLOCATABLE_FIGURES =
      Field.optional(
              "allocatable",
              Type.object(ALLOCATABLE),
              "What each node has for pods, where it is known.")
          .byDefaultIs("derived from the machine and the distribution")
          .example("{cpu: 15890m, memory: 58Gi, pods: 234}");
  private static final Field<Quantity> DISK =
      Field.optional("disk", Type.bytes(), "The disk for images, logs and ephemeral volumes.")
          .byDefaultIs("what the distribution usually has")
          .example("100Gi");
  private static final Field<SystemPods> SYSTEM =
      Field.optional(
              "systemPods",
              Type.object(SYSTEM_PODS),
              "What the cluster's own pods take of each node.")
          .byDefaultIs("what the distribution's standard add-ons request")
          .example("{cpu: 300m, memory: 400Mi, pods: 6}");

  private static final Definition<NodeGroup> DEFINITION =
      Definition.of("node group", "Nodes of one shape, with the same labels and taints.")
          .hint(
              "machine: m5.2xlarge",
              "instanceType",
              "instanceTypes",
              "instance",
              "type",
              "vmSize",
              "flavor")
          .hint("machine: {cpu: 8, memory: 32Gi, pods: 58}", "cpu", "memory", "size")
          .hint(
              "nodes: {min: 2, max: 6}",
              "count",
              "replicas",
              "min",
              "max",
              "minSize",
              "maxSize",
              "autoscaling")
          .hint("zones: [eu-west-1a, eu-west-1b]", "availabilityZones")
          .fields(NAME, LABELS, TAINTS, MACHINE, NODES, ZONES, ALLOCATABLE_FIGURES, DISK, SYSTEM)
          .building(NodeGroupNotation::nodeGroup);

  private NodeGroupNotation() {}

  /** Node groups; others refer to them as "node group". */
  public static Definition<NodeGroup> definition() {
    return DEFINITION;
  }

  private static NodeGroup nodeGroup(Given given) {
    NodeGroup.Builder group = NodeGroup.builder(given.get(NAME));
    if (given.has(LABELS)) {
      group.labels(given.get(LABELS));
    }
    for (Taint taint : given.get(TAINTS, List.of())) {
      group.taint(taint);
    }
    if (given.has(MACHINE)) {
      group.machine(given.get(MACHINE));
    }
    if (given.has(NODES)) {
      group.nodes(given.get(NODES).min(), given.get(NODES).max());
    }
    if (given.has(ZONES)) {
      group.zones(given.get(ZONES));
    }
    if (given.has(ALLOCATABLE_FIGURES)) {
      allocatable(group, given.get(ALLOCATABLE_FIGURES));
    }
    if (given.has(DISK)) {
      group.disk(given.get(DISK).toString());
    }
    if (given.has(SYSTEM)) {
      group.systemPods(given.get(SYSTEM));
    }
    return group.build();
  }

  private static Choice<Taint.Effect> effect(Taint.Effect effect, String doc) {
    return Choice.of(effect.kubernetes(), effect, doc);
  }

  private static MachineType machine(Given given) {
    String cpu = given.get(CPU).toString();
    String memory = given.get(MEMORY).toString();
    MachineType machine =
        given.has(PODS)
            ? MachineType.of(cpu, memory, given.get(PODS))
            : MachineType.of(cpu, memory);
    machine = machine.with(given.get(ARCHITECTURE));
    for (Map.Entry<String, Integer> device : given.get(DEVICES, Map.of()).entrySet()) {
      machine = machine.withDevices(device.getKey(), device.getValue());
    }
    return machine;
  }

  private static void allocatable(NodeGroup.Builder group, Given given) {
    if (given.has(ALLOCATABLE_CPU)) {
      group.allocatableCpu(given.get(ALLOCATABLE_CPU).toString());
    }
    if (given.has(ALLOCATABLE_MEMORY)) {
      group.allocatableMemory(given.get(ALLOCATABLE_MEMORY).toString());
    }
    if (given.has(ALLOCATABLE_PODS)) {
      group.maxPods(given.get(ALLOCATABLE_PODS));
    }
    if (given.has(ALLOCATABLE_STORAGE)) {
      group.allocatableEphemeralStorage(given.get(ALLOCATABLE_STORAGE).toString());
    }
    for (Map.Entry<String, Quantity> extended : given.get(EXTENDED, Map.of()).entrySet()) {
      group.allocatableExtended(extended.getKey(), extended.getValue().toString());
    }
  }
}
