package dev.slipway.pulumi;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.NodeGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A cluster that exists, and its node groups, in a Pulumi program. It creates nothing by itself.
 */
public final class ClusterComponent extends ComponentResource {
  private final Cluster cluster;
  private final Map<String, NodeGroupComponent> groups = new LinkedHashMap<>();

  public ClusterComponent(String name, Cluster cluster) {
    this(name, cluster, ComponentResourceOptions.Empty);
  }

  public ClusterComponent(String name, Cluster cluster, ComponentResourceOptions options) {
    super("slipway:index:Cluster", name, options);
    RunnerRest.begin();
    this.cluster = cluster;
    for (NodeGroup group : cluster.nodeGroups()) {
      groups.put(group.name(), new NodeGroupComponent(name + "/" + group.name(), group, this));
    }
    registerOutputs(Map.of());
  }

  public Cluster cluster() {
    return cluster;
  }

  /**
   * A node group of the cluster.
   *
   * @throws dev.slipway.manifest.InvalidInputException if it has none of that name
   */
  public NodeGroupComponent nodeGroup(String name) {
    return Objects.requireNonNull(groups.get(cluster.nodeGroup(name).name()));
  }
}
