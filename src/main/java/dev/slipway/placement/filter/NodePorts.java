package dev.slipway.placement.filter;

import dev.slipway.placement.pod.HostPort;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;

/** Keeps pods off nodes on which a port that they want is taken. */
final class NodePorts implements Filter {
  static final String REASON = "node(s) didn't have free ports for the requested pod ports";
  private static final Refusal REFUSAL = Refusal.of(REASON);

  @Override
  public String name() {
    return "NodePorts";
  }

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public NodeTest prepare(PodShape pod, Assignment placed) {
    if (pod.hostPorts().isEmpty()) {
      return Anywhere.PASSES;
    }
    return node -> {
      for (HostPort taken : placed.portsTaken(node)) {
        for (HostPort wanted : pod.hostPorts()) {
          if (wanted.conflicts(taken)) {
            return REFUSAL;
          }
        }
      }
      return null;
    };
  }
}
