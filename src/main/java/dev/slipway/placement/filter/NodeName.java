package dev.slipway.placement.filter;

import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;

/** Keeps pods that name a node off the others. */
final class NodeName implements Filter {
  static final String REASON = "node(s) didn't match the requested node name";
  private static final Refusal REFUSAL = Refusal.of(REASON);

  @Override
  public String name() {
    return "NodeName";
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public NodeTest prepare(PodShape pod, Assignment placed) {
    String wanted = pod.nodeName();
    return wanted.isEmpty()
        ? Anywhere.PASSES
        : node -> placed.nodes().get(node).name().equals(wanted) ? null : REFUSAL;
  }
}
