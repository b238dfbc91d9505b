package dev.slipway.catalog.hyperscience;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeCount;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.manifest.Quantity;
import dev.slipway.target.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Hyperscience asks of a node group, from "Minimum requirements" in its page "Kubernetes".
 *
 * @param component the value of the label {@code hs-component} that the group's nodes must carry
 * @param cpu vCPUs of each node, at least
 * @param memory memory of each node as the cloud states it, at least
 * @param nodes how many nodes, at least
 * @param example machines that the page names
 */
record NodeRequirements(
    String component, Quantity cpu, Quantity memory, int nodes, String example) {
  static final String LABEL = "hs-component";

  static final NodeRequirements PLATFORM =
      new NodeRequirements(
          "platform", Quantity.of(8), Quantity.of("32G"), 2, "m5.2xlarge or n4-standard-8");
  static final NodeRequirements TRAINER =
      new NodeRequirements(
          "trainer", Quantity.of(16), Quantity.of("64G"), 1, "m5.4xlarge or n4-standard-16");

  /** What a group of a cluster lacks. */
  List<Notice> judge(Cluster cluster, String groupName) {
    NodeGroup group = cluster.nodeGroup(groupName);
    List<Notice> lacks = new ArrayList<>();
    if (!component.equals(group.labels().get(LABEL))) {
      lacks.add(
          Notice.error(
              "hyperscience-node-label",
              "The nodes of group '%s' do not carry the label %s=%s, by which Hyperscience and the blocks it starts find them."
                  .formatted(groupName, LABEL, component),
              "Add the label to the node group. A cloud tag on the group or its machines is no"
                  + " label of its nodes."));
    }
    if (group.count().min() < nodes) {
      lacks.add(
          tooSmall(
              "The node group '%s' has %s, and Hyperscience asks for %s."
                  .formatted(groupName, fewest(group.count()), nodes),
              "Give it at least " + nodes + " nodes."));
    }
    Optional<MachineType> machine = group.machine();
    machine
        .filter(m -> m.cpu().compareTo(cpu) < 0 || m.memory().compareTo(memory) < 0)
        .ifPresent(
            m ->
                lacks.add(
                    tooSmall(
                        "A node of group '%s' has %s vCPUs and %s of memory, and Hyperscience asks for %s and %s."
                            .formatted(groupName, m.cpu(), m.memory(), cpu, memory),
                        "Take a larger machine, such as " + example + ".")));
    return lacks;
  }

  private static String fewest(NodeCount count) {
    return count.min()
        + (count.min() == 1 ? " node" : " nodes")
        + (count.max() > count.min() ? " at times" : "");
  }

  private static Notice tooSmall(String message, String remedy) {
    return Notice.error("hyperscience-node-minimum", message, remedy);
  }
}
