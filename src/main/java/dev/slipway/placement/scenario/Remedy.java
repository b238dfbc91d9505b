package dev.slipway.placement.scenario;

import dev.slipway.cluster.Node;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.manifest.Quantity;
import dev.slipway.placement.Shortfall;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Requests;
import dev.slipway.placement.search.Effort;
import dev.slipway.placement.search.Standing;
import dev.slipway.placement.search.Verdict;
import dev.slipway.placement.state.Nodes;
import dev.slipway.placement.state.PlacementNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is missing, and the smallest change that would mend it. */
final class Remedy {
  /** More nodes than this are not offered. */
  private static final int MOST_NODES = 8;

  private final Situation situation;
  private final Finding finding;

  Remedy(Situation situation, Finding finding) {
    this.situation = situation;
    this.finding = finding;
  }

  Optional<Shortfall> shortfall() {
    if (finding.verdict().holds() || finding.unplaced().isEmpty()) {
      return Optional.empty();
    }
    long cpu = 0;
    long memory = 0;
    for (Pod pod : finding.unplaced().keySet()) {
      cpu = Requests.plus(cpu, pod.shape().requests().cpu());
      memory = Requests.plus(memory, pod.shape().requests().memory());
    }
    String remedy =
        moreNodes()
            .or(this::lessRequested)
            .orElse("No number of nodes like those that there are would mend it.");
    return Optional.of(
        new Shortfall(Quantity.milli(cpu), Quantity.bytes(wholeMebibytes(memory)), remedy));
  }

  /** Rounded up, for people to read; more than a long holds stays as it is. */
  private static long wholeMebibytes(long bytes) {
    long mebibyte = 1L << 20;
    long rest = bytes % mebibyte;
    return rest == 0 || bytes > Long.MAX_VALUE - mebibyte ? bytes : bytes - rest + mebibyte;
  }

  /** The fewest nodes of one group on which those without a place find one. */
  private Optional<String> moreNodes() {
    List<Pod> pods = new ArrayList<>(finding.unplaced().keySet());
    for (int more = 1; more <= MOST_NODES; more++) {
      for (NodeGroup group : situation.cluster().nodeGroups()) {
        if (fitsWith(group, more, pods)) {
          return Optional.of(
              "%s of group '%s' would mend it."
                  .formatted(more == 1 ? "One more node" : more + " more nodes", group.name()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean fitsWith(NodeGroup group, int more, List<Pod> pods) {
    int there = group.count().max();
    List<PlacementNode> nodes = new ArrayList<>(finding.nodes().asList());
    int before = nodes.size();
    List<Node> like = situation.cluster().nodes(group, there + more);
    nodes.addAll(PlacementNode.of(like.subList(there, like.size())));
    Nodes enlarged = new Nodes(nodes);
    if (Effort.usual(finding.where().size(), before).choices() == 0 && more > 1) {
      return false;
    }
    Map<Pod, Integer> where = new LinkedHashMap<>(finding.where());
    Standing standing = new Standing(enlarged, where, pods.stream().map(Pod::shape).toList());
    Verdict verdict = standing.trial(Optional.empty(), List.of(), pods).verdict();
    return verdict.holds();
  }

  /** By how much a single pod asks for more than any node has left for it. */
  private Optional<String> lessRequested() {
    if (finding.unplaced().size() != 1) {
      return Optional.empty();
    }
    Pod pod = finding.unplaced().keySet().iterator().next();
    Standing standing = new Standing(finding.nodes(), finding.where(), List.of(pod.shape()));
    long cpu = standing.missingCpu(pod.shape());
    if (cpu <= 0 || cpu >= pod.shape().requests().cpu()) {
      return Optional.empty();
    }
    PodShape smaller = pod.shape().withCpu(pod.shape().requests().cpu() - cpu);
    Standing changed = new Standing(finding.nodes(), finding.where(), List.of(smaller));
    Pod instead = new Pod(pod.workload(), pod.name(), smaller, false);
    return changed.trial(Optional.empty(), List.of(), List.of(instead)).verdict().holds()
        ? Optional.of(
            "%s fewer cores requested by %s would mend it."
                .formatted(Quantity.milli(cpu), pod.workload().name()))
        : Optional.empty();
  }
}
