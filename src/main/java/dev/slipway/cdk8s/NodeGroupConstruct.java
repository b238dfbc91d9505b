package dev.slipway.cdk8s;

import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.Taint;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cdk8s.plus28.AbstractPod;
import org.cdk8s.plus28.Node;
import org.cdk8s.plus28.NodeTaintQuery;
import org.cdk8s.plus28.NodeTaintQueryOptions;
import org.cdk8s.plus28.Pod;
import org.cdk8s.plus28.PodScheduling;
import org.cdk8s.plus28.TaintEffect;
import org.cdk8s.plus28.Workload;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** A node group of a cluster in a construct tree, below its {@link ClusterConstruct}. */
public final class NodeGroupConstruct extends Construct {
  private final NodeGroup group;
  private final Map<AbstractPod, String> attracted;

  NodeGroupConstruct(
      ClusterConstruct cluster, NodeGroup group, Map<AbstractPod, String> attracted) {
    super(cluster, group.name());
    this.group = group;
    this.attracted = attracted;
  }

  public NodeGroup nodeGroup() {
    return group;
  }

  /** What a pod's {@code nodeSelector} must say to stand on this group, by label. */
  public SortedMap<String, String> nodeSelector() {
    return new TreeMap<>(group.labels());
  }

  /**
   * Puts the pods of a cdk8s-plus workload on this group and nowhere else: a node selector with the
   * group's labels, and a toleration for each of its taints.
   *
   * @throws IllegalArgumentException if the workload is on another group already, or if this group
   *     has no labels to select it by
   */
  public void attract(Workload workload) {
    ConstructThread.build(this, () -> place(workload, workload.getScheduling()));
  }

  /** As {@link #attract(Workload)}, for a pod of its own. */
  public void attract(Pod pod) {
    ConstructThread.build(this, () -> place(pod, pod.getScheduling()));
  }

  private void place(AbstractPod workload, PodScheduling scheduling) {
    String name = workload.getNode().getPath();
    if (group.labels().isEmpty()) {
      throw new IllegalArgumentException(
          ("Node group '%s' has no labels, so nothing can select its nodes for '%s'. Give the group"
                  + " a label that its nodes carry and others do not.")
              .formatted(group.name(), name));
    }
    @Nullable String before = attracted.putIfAbsent(workload, group.name());
    if (before != null && !before.equals(group.name())) {
      throw new IllegalArgumentException(
          ("'%s' is put on node group '%s', and is on '%s' already; no node is in both. Attract it"
                  + " to one of them.")
              .formatted(name, group.name(), before));
    }
    if (before == null) {
      PodFields.of(workload).set("nodeSelector", nodeSelector());
      group.taints().forEach(taint -> scheduling.tolerate(Node.tainted(query(taint))));
    }
  }

  private static NodeTaintQuery query(Taint taint) {
    NodeTaintQueryOptions effect =
        NodeTaintQueryOptions.builder()
            .effect(
                switch (taint.effect()) {
                  case NO_SCHEDULE -> TaintEffect.NO_SCHEDULE;
                  case NO_EXECUTE -> TaintEffect.NO_EXECUTE;
                  case PREFER_NO_SCHEDULE -> TaintEffect.PREFER_NO_SCHEDULE;
                })
            .build();
    return NodeTaintQuery.is(taint.key(), taint.value(), effect);
  }
}
