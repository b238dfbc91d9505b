package dev.slipway.render;

import dev.slipway.cluster.Allocatable;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Node;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what cannot have room on its node group however it is placed: a pod that is larger than a
 * node, and pods that are more than the group at its largest. It only adds up; whether everything
 * can be placed is another question.
 */
final class GroupRoom {
  private static final String PODS = "pods";
  private static final List<String> COUNTED = List.of(PodRequests.CPU, PodRequests.MEMORY, PODS);

  private final Cluster cluster;
  private final NodeChoice choice;
  private final Sink out;
  private final Map<ObjectRef.Key, Long> autoscaled = new HashMap<>();
  private final List<Pods> everyPod = new ArrayList<>();
  private final List<Pods> onEveryNode = new ArrayList<>();
  private final Map<String, Node> nodes = new HashMap<>();

  private GroupRoom(Cluster cluster, Sink out) {
    this.cluster = cluster;
    this.out = out;
    choice = new NodeChoice(cluster);
  }

  /** The pods of one workload. */
  private record Pods(ObjectRef workload, PodRequests each, long count, List<NodeGroup> groups) {
    boolean onEveryNode() {
      return workload.kind().equals("DaemonSet");
    }
  }

  /**
   * Gives a notice for each.
   *
   * @param everything the manifests, and those that operators will create from them
   */
  static void report(
      Cluster cluster, List<Manifest> everything, List<Declaration> declared, Sink out) {
    if (cluster.nodeGroups().isEmpty() || cluster.distribution().choosesNodes()) {
      return;
    }
    GroupRoom room = new GroupRoom(cluster, out);
    everything.forEach(room::noteAutoscaler);
    everything.forEach(room::notePods);
    for (NodeGroup group : cluster.nodeGroups()) {
      room.judge(group, declared);
    }
    room.everyPod.forEach(room::judgePod);
  }

  private void noteAutoscaler(Manifest manifest) {
    if (manifest.ref().kind().equals("HorizontalPodAutoscaler")) {
      Mapping target = manifest.spec().mapping("scaleTargetRef");
      @Nullable String version = target.string("apiVersion");
      @Nullable String kind = target.string("kind");
      @Nullable String name = target.string("name");
      if (version != null && kind != null && name != null) {
        ObjectRef ref = ObjectRef.of(version, kind, manifest.ref().namespace(), name);
        autoscaled.put(ref.key(), count(manifest.spec().integer("minReplicas")));
      }
    }
  }

  private void notePods(Manifest manifest) {
    Optional<PodTemplate> template = PodTemplate.of(manifest);
    if (template.isPresent()) {
      Mapping pod = template.get().spec();
      Pods pods =
          new Pods(manifest.ref(), PodRequests.of(pod), replicas(manifest), choice.groupsOf(pod));
      everyPod.add(pods);
      if (pods.onEveryNode()) {
        onEveryNode.add(pods);
      }
    }
  }

  /** As few as there may be: what runs at times only, or may be scaled, is not held against it. */
  private long replicas(Manifest manifest) {
    return switch (manifest.ref().kind()) {
      case "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController" ->
          autoscaled.getOrDefault(manifest.ref().key(), count(manifest.spec().integer("replicas")));
      case "Pod" -> 1;
      default -> 0;
    };
  }

  private static long count(@Nullable Long given) {
    return given == null ? 1 : given;
  }

  private static boolean only(Pods pods, NodeGroup group) {
    return pods.groups().size() == 1 && pods.groups().get(0) == group;
  }

  private void judgePod(Pods pods) {
    List<NodeGroup> groups = pods.groups();
    if (groups.isEmpty() || groups.stream().anyMatch(group -> tooLittle(pods, group).isEmpty())) {
      return;
    }
    List<String> why = new ArrayList<>();
    for (NodeGroup group : groups) {
      tooLittle(pods, group)
          .ifPresent(
              resource ->
                  why.add(
                      "asks for %s %s, and a node of group '%s' has %s"
                          .formatted(
                              PodRequests.written(resource, pods.each().get(resource)),
                              resource,
                              group.name(),
                              arithmetic(resource, group, pods))));
    }
    out.notice(
        Notice.error(
                "pod-larger-than-node",
                "A pod of it fits no node: it " + String.join("; it ", why) + ".",
                "Ask for less, or give the group larger machines, or its allocatable where a node"
                    + " is known to have more.")
            .about(pods.workload()));
  }

  /** The first resource of which a node of the group has less than a pod asks for. */
  private Optional<String> tooLittle(Pods pods, NodeGroup group) {
    return pods.each().amounts().entrySet().stream()
        .filter(asked -> asked.getValue() > free(asked.getKey(), group, pods))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void judge(NodeGroup group, List<Declaration> declared) {
    Map<String, Long> workloads = new LinkedHashMap<>();
    for (Pods pods : everyPod) {
      if (only(pods, group) && !pods.onEveryNode()) {
        PodRequests all = pods.each().times(pods.count());
        for (String resource : COUNTED) {
          long amount = resource.equals(PODS) ? pods.count() : all.get(resource);
          workloads.merge(resource, amount, Long::sum);
        }
      }
    }
    List<Declaration.Headroom> kept =
        declared.stream()
            .filter(Declaration.Headroom.class::isInstance)
            .map(Declaration.Headroom.class::cast)
            .filter(headroom -> headroom.nodeGroup().equals(group.name()))
            .toList();
    for (String resource : COUNTED) {
      judge(group, resource, workloads.getOrDefault(resource, 0L), kept);
    }
  }

  private void judge(
      NodeGroup group, String resource, long workloads, List<Declaration.Headroom> kept) {
    long asked = workloads;
    StringBuilder sum = new StringBuilder(written(resource, workloads) + " for workloads");
    for (Declaration.Headroom headroom : kept) {
      long amount =
          switch (resource) {
            case PodRequests.CPU -> headroom.cpu().milliValue();
            case PodRequests.MEMORY -> headroom.memory().value();
            default -> headroom.pods();
          };
      asked += amount;
      sum.append(" and ").append(written(resource, amount)).append(" for ").append(headroom.why());
    }
    int nodes = group.count().max();
    long there = free(resource, group, null) * nodes;
    if (asked > there) {
      out.notice(
          Notice.error(
              "group-too-small",
              "Node group '%s' has %s: %s make %s, and %s %s of %s have %s."
                  .formatted(
                      group.name(),
                      resource.equals(PODS) ? "room for too few pods" : "too little " + resource,
                      sum,
                      written(resource, asked),
                      nodes,
                      nodes == 1 ? "node" : "nodes",
                      arithmetic(resource, group, null),
                      written(resource, there)),
              "Give the group more or larger nodes, or ask for less."));
    }
  }

  /**
   * What a node has when the cluster's own pods, and every other pod of a DaemonSet, have theirs.
   */
  private long free(String resource, NodeGroup group, @Nullable Pods besides) {
    return Math.max(0, of(node(group).available(), resource) - daemons(resource, group, besides));
  }

  private long daemons(String resource, NodeGroup group, @Nullable Pods besides) {
    long sum = 0;
    for (Pods pods : onEveryNode) {
      if (pods != besides && pods.groups().contains(group)) {
        sum += resource.equals(PODS) ? 1 : pods.each().get(resource);
      }
    }
    return sum;
  }

  private String arithmetic(String resource, NodeGroup group, @Nullable Pods besides) {
    Node node = node(group);
    long daemons = daemons(resource, group, besides);
    long own = of(node.allocatable(), resource) - of(node.available(), resource);
    StringBuilder text = new StringBuilder(written(resource, free(resource, group, besides)));
    if (own > 0 || daemons > 0) {
      text.append(" (").append(written(resource, of(node.allocatable(), resource)));
      if (own > 0) {
        text.append(" less ").append(written(resource, own)).append(" for the cluster's own pods");
      }
      if (daemons > 0) {
        text.append(" less ").append(written(resource, daemons)).append(" for DaemonSets");
      }
      text.append(')');
    }
    return text.toString();
  }

  private Node node(NodeGroup group) {
    return nodes.computeIfAbsent(group.name(), name -> cluster.nodes(group, 1).get(0));
  }

  private static long of(Allocatable node, String resource) {
    return switch (resource) {
      case PodRequests.CPU -> node.cpu().milliValue();
      case PodRequests.MEMORY -> node.memory().value();
      case "ephemeral-storage" -> node.ephemeralStorage().value();
      case PODS -> node.pods();
      default -> node.extended().containsKey(resource) ? node.extended().get(resource).value() : 0;
    };
  }

  private static String written(String resource, long amount) {
    return PodRequests.written(resource, amount).toString();
  }
}
