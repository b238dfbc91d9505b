package dev.slipway.placement.filter;

import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Toleration;
import dev.slipway.placement.state.Assignment;
import dev.slipway.placement.state.Nodes;

/** Keeps pods off nodes whose taints they do not tolerate. */
final class TaintToleration implements Filter {
  static final String REASON = "node(s) had untolerated taint(s)";
  private static final Refusal REFUSAL = Refusal.of(REASON);

  @Override
  public String name() {
    return "TaintToleration";
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public NodeTest prepare(PodShape pod, Assignment placed) {
    Nodes nodes = placed.nodes();
    boolean[] tolerated = new boolean[nodes.kinds()];
    boolean all = true;
    for (int kind = 0; kind < tolerated.length; kind++) {
      tolerated[kind] = Toleration.allTolerated(pod.tolerations(), nodes.example(kind).taints());
      all &= tolerated[kind];
    }
    return all ? Anywhere.PASSES : node -> tolerated[nodes.kind(node)] ? null : REFUSAL;
  }
}
