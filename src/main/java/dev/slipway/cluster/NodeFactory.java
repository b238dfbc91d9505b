package dev.slipway.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the nodes of a group as they would join a cluster.
 *
 * @see <a href="https://kubernetes.io/docs/reference/labels-annotations-taints/">Well-known
 *     labels</a>
 */
final class NodeFactory {
  private final Cluster cluster;
  private final NodeGroup group;
  private final Optional<String> usualRegion;
  private final Allocatable allocatable;
  private final SystemPods systemPods;

  NodeFactory(Cluster cluster, NodeGroup group) {
    this.cluster = cluster;
    this.group = group;
    this.usualRegion = cluster.region();
    this.allocatable = Allocatable.of(group, cluster.cloud(), reserve(cluster));
    this.systemPods =
        group.systemPods().isPresent()
            ? group.systemPods().get()
            : SystemPods.usualOf(cluster.distribution());
  }

  static NodeReserve reserve(Cluster cluster) {
    return NodeReserve.of(
        cluster.distribution(),
        cluster.version(),
        cluster.podNetwork().orElse(PodNetwork.AZURE_CNI));
  }

  Allocatable allocatable() {
    return allocatable;
  }

  Node node(int number) {
    String name = group.name() + "-" + number;
    return new Node(
        name, group.name(), labels(name, number), group.taints(), allocatable, systemPods);
  }

  private Map<String, String> labels(String name, int number) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(Node.HOSTNAME, name);
    @Nullable MachineType machine = group.machine().orElse(null);
    labels.put(Node.ARCH, (machine == null ? Architecture.AMD64 : machine.architecture()).id());
    labels.put(Node.OS, "linux");
    if (machine != null && !machine.name().isEmpty()) {
      labels.put(Node.INSTANCE_TYPE, machine.name());
    }
    @Nullable String zone = zone(number);
    Optional<String> region = zone == null ? Optional.empty() : Zones.region(cluster.cloud(), zone);
    if (region.isEmpty()) {
      region = usualRegion;
    }
    if (region.isPresent()) {
      labels.put(Node.REGION, region.get());
    }
    if (zone != null) {
      labels.put(Node.ZONE, Zones.label(cluster.cloud(), zone, region));
    }
    putGroupLabels(labels);
    labels.putAll(group.labels());
    return labels;
  }

  private @Nullable String zone(int number) {
    List<String> zones = group.zones();
    return zones.isEmpty() ? null : zones.get(number % zones.size());
  }

  /**
   * What a managed node group's nodes carry; the group's name is taken to be the cloud's for it.
   */
  private void putGroupLabels(Map<String, String> labels) {
    switch (cluster.distribution()) {
      case EKS -> labels.put("eks.amazonaws.com/nodegroup", group.name());
      case GKE, GKE_AUTOPILOT -> labels.put("cloud.google.com/gke-nodepool", group.name());
      case AKS -> {
        labels.put("kubernetes.azure.com/agentpool", group.name());
        labels.put("agentpool", group.name());
      }
      case OPENSHIFT -> labels.put("node-role.kubernetes.io/worker", "");
      case RANCHER, KUBERNETES -> {}
    }
  }
}
