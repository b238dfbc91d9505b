package dev.slipway.placement.scenario;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Node;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Quotas;
import dev.slipway.placement.pod.StorageClasses;
import dev.slipway.placement.pod.Workload;
import dev.slipway.placement.pod.WorkloadPods;
import dev.slipway.placement.pod.Workloads;
import dev.slipway.placement.search.Effort;
import dev.slipway.placement.search.Search;
import dev.slipway.placement.search.Verdict;
import dev.slipway.placement.state.Nodes;
import dev.slipway.placement.state.PlacementNode;
import dev.slipway.target.Declaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What scenarios start from: a cluster, and the workloads that are to run on it. */
public final class Situation {
  private final Cluster cluster;
  private final List<WorkloadPods> workloads;
  private final Quotas quotas;
  private final List<Declaration.Headroom> headroom;
  private final Settled settled = new Settled();
  private @Nullable Nodes nodes;
  private @Nullable Finding declared;
  private @Nullable Search search;
  private @Nullable List<Map<Pod, Integer>> starts;

  private Situation(
      Cluster cluster,
      List<WorkloadPods> workloads,
      Quotas quotas,
      List<Declaration.Headroom> headroom) {
    this.cluster = cluster;
    this.workloads = List.copyOf(workloads);
    this.quotas = quotas;
    this.headroom = List.copyOf(headroom);
  }

  public static Situation of(
      Cluster cluster, ManifestSet manifests, Collection<? extends Declaration> declarations) {
    List<Declaration.Headroom> headroom = new ArrayList<>();
    for (Declaration declaration : declarations) {
      if (declaration instanceof Declaration.Headroom room) {
        headroom.add(room);
      }
    }
    return new Situation(
        cluster,
        Workloads.of(manifests, StorageClasses.of(cluster, manifests)),
        Quotas.of(manifests),
        headroom);
  }

  Cluster cluster() {
    return cluster;
  }

  /** Pods as they are once their volumes are made. */
  Settled settled() {
    return settled;
  }

  List<WorkloadPods> workloads() {
    return workloads;
  }

  /** The nodes that are declared, each group with as few as it may have. */
  Nodes nodes() {
    Nodes known = nodes;
    if (known == null) {
      known = nodes(cluster.nodes());
      nodes = known;
    }
    return known;
  }

  Nodes nodes(List<Node> some) {
    return new Nodes(PlacementNode.of(some));
  }

  /** All pods, each workload with as many as it declares. */
  List<Pod> pods(Nodes nodes) {
    return pods(nodes, pods -> pods.workload().replicas());
  }

  /** All pods, each workload with so many; those that head-room stands for come last. */
  List<Pod> pods(Nodes nodes, ToIntFunction<WorkloadPods> replicas) {
    List<Pod> pods = new ArrayList<>();
    for (WorkloadPods each : workloads) {
      if (each.daemon()) {
        for (PlacementNode node : nodes.asList()) {
          each.podFor(node).ifPresent(pods::add);
        }
      } else {
        pods.addAll(each.pods(replicas.applyAsInt(each)));
      }
    }
    for (Declaration.Headroom room : headroom) {
      pods.addAll(stoodFor(room, nodes));
    }
    return pods;
  }

  /** Pods that would take what is to be kept free: as many as declared, or one for each node. */
  private static List<Pod> stoodFor(Declaration.Headroom room, Nodes nodes) {
    List<String> group = new ArrayList<>();
    for (PlacementNode node : nodes.asList()) {
      if (node.group().equals(room.nodeGroup())) {
        group.add(node.name());
      }
    }
    int count = room.pods() > 0 ? room.pods() : Math.max(1, group.size());
    PodShape shape =
        PodShape.keptFree(
            divideUp(room.cpu().milliValue(), count),
            divideUp(room.memory().value(), count),
            group);
    Workload workload =
        new Workload(ObjectRef.of("v1", "Head-room", "", room.nodeGroup()), "", count, count, 0, 0);
    return new WorkloadPods(workload, List.of(shape), false, true).pods(count);
  }

  private static long divideUp(long amount, int parts) {
    return amount / parts + (amount % parts > 0 ? 1 : 0);
  }

  /** Decides about all of some pods at once; quotas come first. */
  Finding decide(Nodes nodes, List<Pod> pods, String detail) {
    Map<Pod, String> refused = quotas.isEmpty() ? Map.of() : quotas.refused(pods);
    List<Pod> admitted =
        refused.isEmpty() ? pods : pods.stream().filter(pod -> !refused.containsKey(pod)).toList();
    Effort effort = Effort.usual(admitted.size(), nodes.size());
    return Finding.of(Search.on(nodes, admitted, effort).decide(), nodes, admitted, detail)
        .withRefused(refused);
  }

  /** Placements of all declared pods that the scheduler may have made; none where it makes none. */
  List<Map<Pod, Integer>> starts() {
    List<Map<Pod, Integer>> known = starts;
    if (known == null) {
      known = findStarts();
      starts = known;
    }
    return known;
  }

  private List<Map<Pod, Integer>> findStarts() {
    Finding start = declared();
    List<Map<Pod, Integer>> found = new ArrayList<>();
    if (start.verdict().holds()) {
      for (int[] numbers : search().starts()) {
        Map<Pod, Integer> where = new LinkedHashMap<>(start.where());
        for (int i = 0; i < numbers.length; i++) {
          where.put(search().pods().get(i), numbers[i]);
        }
        found.add(where);
      }
    } else if (start.verdict() == Verdict.FITS_IF_REPACKED) {
      found.add(start.where());
    }
    return found;
  }

  /** A search for places of all declared pods; those that a quota refuses are not among them. */
  Search search() {
    Search known = search;
    if (known == null) {
      Finding start = declared();
      Effort effort = Effort.usual(start.mendable().size(), start.nodes().size());
      known = Search.on(start.nodes(), start.mendable(), effort);
      search = known;
    }
    return known;
  }

  /** What can be said of what follows from the declared state where that has no place itself. */
  Finding noStart() {
    Finding start = declared();
    return new Finding(
        start.verdict(),
        false,
        start.nodes(),
        start.where(),
        start.unplaced(),
        "The declared state itself has no place for all pods.",
        start.mendable());
  }

  /** The declared state, which most scenarios start from. */
  Finding declared() {
    Finding known = declared;
    if (known == null) {
      Nodes nodes = nodes();
      known = decide(nodes, pods(nodes), "");
      declared = known;
    }
    return known;
  }
}
