package dev.slipway.pulumi.aws;

import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.core.Output;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.manifest.Copies;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What EKS is to know of node groups beside what is declared of them.
 *
 * @param nodeRoleArn the ARN of the role that the nodes have
 * @param subnets the id of the subnet in each zone
 * @param amiTypes the AMI type of groups that are not to have the usual one, by group
 * @param updatedAtOnce how many nodes of a group may be away while EKS updates it; at least 1
 * @param tags may be empty; no label of a node comes of them
 * @param change changes what is asked of a group, at the end
 */
public record EksNodeGroupsArgs(
    Output<String> nodeRoleArn,
    Map<String, Output<String>> subnets,
    Map<String, String> amiTypes,
    int updatedAtOnce,
    Map<String, String> tags,
    BiConsumer<NodeGroup, NodeGroupArgs.Builder> change) {

  public EksNodeGroupsArgs {
    subnets = Copies.inOrder(subnets);
    amiTypes = Map.copyOf(amiTypes);
    tags = Copies.sorted(tags);
  }

  /** Groups whose nodes have a role, of which no more than one node is away in an update. */
  public static Builder nodeRole(Output<String> arn) {
    return new Builder(arn);
  }

  /** Collects what is to be known of node groups. */
  public static final class Builder {
    private final Output<String> nodeRoleArn;
    private final Map<String, Output<String>> subnets = new LinkedHashMap<>();
    private final Map<String, String> amiTypes = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private int updatedAtOnce = 1;
    private BiConsumer<NodeGroup, NodeGroupArgs.Builder> change = (group, asked) -> {};

    private Builder(Output<String> nodeRoleArn) {
      this.nodeRoleArn = nodeRoleArn;
    }

    /** The subnet for nodes in a zone. */
    public Builder subnet(String zone, Output<String> id) {
      subnets.put(zone, id);
      return this;
    }

    /** The subnet for nodes in a zone. */
    public Builder subnet(String zone, String id) {
      return subnet(zone, Output.of(id));
    }

    /** The AMI type of a group, instead of Amazon Linux 2023 for what its machine is. */
    public Builder amiType(String group, String type) {
      amiTypes.put(group, type);
      return this;
    }

    /** How many nodes of a group may be away while EKS updates it; at least 1. */
    public Builder updatedAtOnce(int nodes) {
      updatedAtOnce = nodes;
      return this;
    }

    public Builder tag(String key, String value) {
      tags.put(key, value);
      return this;
    }

    /** Changes what is asked of a group: a launch template, spot capacity, remote access, … */
    public Builder change(BiConsumer<NodeGroup, NodeGroupArgs.Builder> what) {
      change = what;
      return this;
    }

    public EksNodeGroupsArgs build() {
      return new EksNodeGroupsArgs(nodeRoleArn, subnets, amiTypes, updatedAtOnce, tags, change);
    }
  }
}
