package dev.slipway.placement.filter;

import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import dev.slipway.placement.state.Relations;
import dev.slipway.placement.state.SpreadCount;
import java.util.List;

/** Keeps pods from standing more unevenly than their spread constraints allow. */
final class PodTopologySpread implements Filter {
  static final String REASON = "node(s) didn't match pod topology spread constraints";
  static final String NO_LABEL =
      "node(s) didn't match pod topology spread constraints (missing required label)";
  private static final Refusal REFUSAL = Refusal.of(REASON);
  private static final Refusal MISSING = Refusal.of(NO_LABEL);

  @Override
  public String name() {
    return "PodTopologySpread";
  }

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public NodeTest prepare(PodShape pod, Assignment placed) {
    Relations relations = placed.of(pod);
    List<SpreadCount> spread = relations.spread();
    if (spread.isEmpty()) {
      return Anywhere.PASSES;
    }
    return node -> {
      for (int i = 0; i < spread.size(); i++) {
        if (!spread.get(i).covers(node)) {
          return MISSING;
        }
        if (spread.get(i).excess(node, relations.spreadsItself(i)) > 0) {
          return REFUSAL;
        }
      }
      return null;
    };
  }

  /** More pods elsewhere make room here; only a label that is missing stays so. */
  @Override
  public NodeTest lasting(PodShape pod, Assignment placed) {
    List<SpreadCount> spread = placed.of(pod).spread();
    return spread.isEmpty()
        ? Anywhere.PASSES
        : node -> spread.stream().allMatch(count -> count.covers(node)) ? null : MISSING;
  }
}
