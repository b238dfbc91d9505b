package dev.slipway.placement.scenario;

import dev.slipway.placement.pod.Pod;
import java.util.List;

/** What becomes of pods whose node is emptied. */
final class Eviction {
  private Eviction() {}

  /** Whether a pod has to go: those of DaemonSets stay. */
  static boolean concerns(Pod pod) {
    return !pod.workload().ref().kind().equals("DaemonSet");
  }

  /** Whether a pod's controller makes another: a lone pod is gone. */
  static boolean isMadeAgain(Pod pod) {
    return concerns(pod) && !pod.workload().ref().kind().equals("Pod");
  }

  /** A pod that is looking for a node again. */
  static Pod unbound(Pod pod) {
    return new Pod(pod.workload(), pod.name(), pod.shape(), false);
  }

  static List<Pod> unbound(List<Pod> pods) {
    return pods.stream().map(Eviction::unbound).toList();
  }
}
