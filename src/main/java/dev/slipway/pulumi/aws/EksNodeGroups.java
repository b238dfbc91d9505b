package dev.slipway.pulumi.aws;

import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupTaintArgs;
import com.pulumi.aws.eks.inputs.NodeGroupUpdateConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.slipway.cluster.Architecture;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeCount;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.Taint;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Suggestions;
import dev.slipway.pulumi.CloudSide;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The declared node groups of an EKS cluster that is there, as managed node groups: what placement
 * was decided by is what EKS is asked for.
 *
 * <p>A group is called in EKS what it is called here, for its nodes carry that name as a label.
 * What EKS changes only by another group (machine, disk, zones, AMI type) therefore fails instead
 * of taking the group's nodes away first: declare a group of another name, and remove this one when
 * its pods have moved.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html">Managed
 *     node groups</a>
 */
public final class EksNodeGroups extends CloudSide {
  private static final long GIB = 1L << 30;
  private static final String NVIDIA = "nvidia.com/gpu";
  private static final String NEURON = "aws.amazon.com/neuron";

  private final Map<String, com.pulumi.aws.eks.NodeGroup> groups = new LinkedHashMap<>();

  public EksNodeGroups(String name, Cluster cluster, EksNodeGroupsArgs args) {
    this(name, cluster, args, ComponentResourceOptions.Empty);
  }

  /**
   * Registers the node groups of a cluster.
   *
   * @throws dev.slipway.pulumi.RefusedException with everything that EKS would not take, or make
   *     other nodes of than are declared; then none is registered
   */
  public EksNodeGroups(
      String name, Cluster cluster, EksNodeGroupsArgs args, ComponentResourceOptions options) {
    super("slipway:aws:NodeGroups", name, options);
    fitting("Node groups '" + name + "'", () -> checked(cluster, args));
    for (NodeGroup group : cluster.nodeGroups()) {
      groups.put(
          group.name(),
          new com.pulumi.aws.eks.NodeGroup(
              name + "/" + group.name(), asked(cluster, group, args), options(group.count())));
    }
    Map<String, Output<String>> arns = new LinkedHashMap<>();
    groups.forEach((group, made) -> arns.put(group, made.arn()));
    registerOutputs(Map.of("arns", Output.of(arns)));
  }

  private static Cluster checked(Cluster cluster, EksNodeGroupsArgs args) {
    Problems problems = new Problems();
    if (cluster.distribution() != Distribution.EKS) {
      problems.add(
          "Cluster '%s' is %s, and only EKS has such node groups."
              .formatted(cluster.name(), cluster.distribution().id()),
          "Create its nodes where the cluster is.");
    }
    if (args.updatedAtOnce() < 1) {
      problems.add(
          "%s nodes are to be updated at once.".formatted(args.updatedAtOnce()),
          "Give at least 1.");
    }
    Set<String> names = new LinkedHashSet<>();
    for (NodeGroup group : cluster.nodeGroups()) {
      names.add(group.name());
      check(group, cluster, args, problems);
    }
    for (String group : args.amiTypes().keySet()) {
      if (!names.contains(group)) {
        problems.add(
            Suggestions.unknown("Cluster '" + cluster.name() + "'", "node group", group, names),
            "Give the AMI type of a group that there is.");
      }
    }
    problems.throwIfAny();
    return cluster;
  }

  private static void check(
      NodeGroup group, Cluster cluster, EksNodeGroupsArgs args, Problems problems) {
    String who = "Node group '" + group.name() + "'";
    if (group.machine().filter(EksNodeGroups::isInstanceType).isEmpty()) {
      problems.add(
          who + " is declared by its size, and EKS makes nodes of instance types.",
          "Declare a machine such as m5.2xlarge.");
    }
    if (args.subnets().isEmpty()) {
      problems.add(who + " has no subnet.", "Give the subnet of each of its zones.");
    } else {
      for (String zone : group.zones()) {
        if (!args.subnets().containsKey(zone)) {
          problems.add(
              "%s stands in zone %s, for which no subnet is given.".formatted(who, zone),
              "Give its subnet; there are those of %s."
                  .formatted(String.join(", ", args.subnets().keySet())));
        }
      }
    }
    long disk = cluster.disk(group).value();
    if (disk % GIB != 0) {
      problems.add(
          "%s has a disk of %s, and EKS gives whole GiB.".formatted(who, cluster.disk(group)),
          "Declare it in Gi.");
    }
  }

  private static boolean isInstanceType(MachineType machine) {
    return machine.cloud().filter(Cloud.AWS::equals).isPresent();
  }

  private static NodeGroupArgs asked(Cluster cluster, NodeGroup group, EksNodeGroupsArgs args) {
    MachineType machine = group.machine().orElseThrow();
    @Nullable String given = args.amiTypes().get(group.name());
    NodeGroupArgs.Builder asked =
        NodeGroupArgs.builder()
            .clusterName(cluster.name())
            .nodeGroupName(group.name())
            .nodeRoleArn(args.nodeRoleArn())
            .subnetIds(subnets(group, args))
            .instanceTypes(machine.name())
            .amiType(given == null ? amiType(machine) : given)
            .diskSize(Math.toIntExact(cluster.disk(group).value() / GIB))
            .scalingConfig(size(group.count()))
            .updateConfig(
                NodeGroupUpdateConfigArgs.builder().maxUnavailable(args.updatedAtOnce()).build());
    if (!group.labels().isEmpty()) {
      asked.labels(group.labels());
    }
    if (!group.taints().isEmpty()) {
      asked.taints(group.taints().stream().map(EksNodeGroups::taint).toList());
    }
    if (!args.tags().isEmpty()) {
      asked.tags(args.tags());
    }
    args.change().accept(group, asked);
    return asked.build();
  }

  private static Output<List<String>> subnets(NodeGroup group, EksNodeGroupsArgs args) {
    List<Output<String>> ids = new ArrayList<>();
    args.subnets()
        .forEach(
            (zone, id) -> {
              if (group.zones().isEmpty() || group.zones().contains(zone)) {
                ids.add(id);
              }
            });
    return Output.all(ids);
  }

  private static NodeGroupScalingConfigArgs size(NodeCount count) {
    return NodeGroupScalingConfigArgs.builder()
        .minSize(count.min())
        .desiredSize(count.min())
        .maxSize(count.max())
        .build();
  }

  private static NodeGroupTaintArgs taint(Taint taint) {
    NodeGroupTaintArgs.Builder asked =
        NodeGroupTaintArgs.builder().key(taint.key()).effect(taint.effect().name());
    if (!taint.value().isEmpty()) {
      asked.value(taint.value());
    }
    return asked.build();
  }

  /**
   * Amazon Linux 2023 for what the machine is.
   *
   * @see <a href="https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html">AMI
   *     types</a>
   */
  private static String amiType(MachineType machine) {
    String processor = machine.architecture() == Architecture.ARM64 ? "ARM_64" : "x86_64";
    String kind =
        machine.devices().containsKey(NVIDIA)
            ? "NVIDIA"
            : machine.devices().containsKey(NEURON) ? "NEURON" : "STANDARD";
    return "AL2023_" + processor + "_" + kind;
  }

  private CustomResourceOptions options(NodeCount count) {
    CustomResourceOptions.Builder options = child().deleteBeforeReplace(false);
    if (!count.isFixed()) {
      // An autoscaler owns it.
      options.ignoreChanges("scalingConfig.desiredSize");
    }
    return options.build();
  }

  /**
   * The resource of a group, to depend on it.
   *
   * @throws IllegalArgumentException if the cluster has none of that name
   */
  public com.pulumi.aws.eks.NodeGroup group(String name) {
    com.pulumi.aws.eks.@Nullable NodeGroup found = groups.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          Suggestions.unknown("The cluster", "node group", name, groups.keySet()));
    }
    return found;
  }
}
