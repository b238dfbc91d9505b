package dev.slipway.placement.pod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A workload and the pods that it comes to.
 *
 * @param shapes of its pods: one for all, or one for each where something tells them apart
 * @param daemon whether there is one on every node that it selects and tolerates
 */
public record WorkloadPods(
    Workload workload, List<PodShape> shapes, boolean daemon, boolean ordinary) {
  /** What the DaemonSet controller lets its pods put up with, whatever they say. */
  private static final List<Toleration> DAEMON =
      List.of(
          Toleration.exists("node.kubernetes.io/not-ready", "NoExecute"),
          Toleration.exists("node.kubernetes.io/unreachable", "NoExecute"),
          Toleration.exists("node.kubernetes.io/disk-pressure", "NoSchedule"),
          Toleration.exists("node.kubernetes.io/memory-pressure", "NoSchedule"),
          Toleration.exists("node.kubernetes.io/pid-pressure", "NoSchedule"),
          Toleration.exists("node.kubernetes.io/unschedulable", "NoSchedule"));

  public WorkloadPods {
    shapes = List.copyOf(shapes);
  }

  /** The shape of the pod of a number. */
  private PodShape shape(int number) {
    return shapes.get(Math.min(number, shapes.size() - 1));
  }

  /** The first so many pods; for a lone Pod, that pod. */
  public List<Pod> pods(int count) {
    if (!ordinary) {
      PodShape shape = shapes.get(0);
      return List.of(new Pod(workload, workload.ref().name(), shape, !shape.nodeName().isEmpty()));
    }
    return pods(0, count);
  }

  /** Pods of the numbers from {@code first} to below {@code end}. */
  public List<Pod> pods(int first, int end) {
    List<Pod> pods = new ArrayList<>(Math.max(0, end - first));
    for (int i = first; i < end; i++) {
      pods.add(new Pod(workload, workload.ref().name() + "-" + i, shape(i), false));
    }
    return pods;
  }

  /** The pods of the next revision that a rolling update may start before old ones end. */
  public List<Pod> nextPods() {
    int count = Math.max(workload.surge(), workload.unavailable());
    PodShape next = shapes.get(0).nextRevision();
    List<Pod> pods = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      pods.add(new Pod(workload, workload.ref().name() + "-next-" + i, next, false));
    }
    return pods;
  }

  /** A DaemonSet's pod for a node, unless it selects others or does not tolerate it. */
  public Optional<Pod> podFor(Place node) {
    PodShape shape = shapes.get(0);
    List<Toleration> tolerations = new ArrayList<>(shape.tolerations());
    tolerations.addAll(DAEMON);
    if ((!shape.nodeName().isEmpty() && !shape.nodeName().equals(node.name()))
        || !shape.selects(node.name(), node.labels())
        || !Toleration.allTolerated(tolerations, node.taints())) {
      return Optional.empty();
    }
    PodShape pinned =
        shape.bound(List.copyOf(tolerations), Optional.of(List.of(NodeTerm.named(node.name()))));
    return Optional.of(new Pod(workload, workload.ref().name() + "-" + node.name(), pinned, false));
  }
}
