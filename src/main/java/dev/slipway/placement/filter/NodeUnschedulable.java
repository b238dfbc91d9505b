package dev.slipway.placement.filter;

import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Toleration;
import dev.slipway.placement.state.Assignment;
import dev.slipway.placement.state.Cordon;

/** Keeps pods off nodes that are cordoned. */
final class NodeUnschedulable implements Filter {
  static final String REASON = "node(s) were unschedulable";
  private static final Refusal REFUSAL = Refusal.of(REASON);

  @Override
  public String name() {
    return "NodeUnschedulable";
  }

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public NodeTest prepare(PodShape pod, Assignment placed) {
    return Toleration.tolerated(pod.tolerations(), Cordon.TAINT)
        ? Anywhere.PASSES
        : node -> placed.isCordoned(node) ? REFUSAL : null;
  }
}
