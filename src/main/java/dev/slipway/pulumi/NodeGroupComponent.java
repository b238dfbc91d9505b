package dev.slipway.pulumi;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.slipway.cluster.NodeGroup;
import java.util.Map;
import java.util.TreeMap;

/** A node group of a cluster in a Pulumi program, below its {@link ClusterComponent}. */
public final class NodeGroupComponent extends ComponentResource {
  private final NodeGroup group;

  NodeGroupComponent(String name, NodeGroup group, ClusterComponent cluster) {
    super(
        "slipway:index:NodeGroup",
        name,
        ComponentResourceOptions.builder().parent(cluster).build());
    this.group = group;
    registerOutputs(Map.of("nodeSelector", nodeSelector()));
  }

  public NodeGroup nodeGroup() {
    return group;
  }

  /** What a pod's {@code nodeSelector} must say to stand on this group. */
  public Output<Map<String, String>> nodeSelector() {
    return Output.of(new TreeMap<>(group.labels()));
  }
}
