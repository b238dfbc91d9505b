package dev.slipway.placement.filter;

import dev.slipway.placement.pod.ClaimUse;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import dev.slipway.placement.state.PlacementNode;

/** Keeps pods off nodes from which a volume that they have cannot be reached. */
final class VolumeBinding implements Filter {
  static final String REASON = "node(s) didn't match PersistentVolume's node affinity";
  private static final Refusal REFUSAL = Refusal.of(REASON);

  @Override
  public String name() {
    return "VolumeBinding";
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public NodeTest prepare(PodShape pod, Assignment placed) {
    if (pod.claims().stream().allMatch(claim -> claim.nodes().isEmpty())) {
      return Anywhere.PASSES;
    }
    return node -> {
      PlacementNode there = placed.nodes().get(node);
      return pod.claims().stream().allMatch(claim -> reaches(claim, there)) ? null : REFUSAL;
    };
  }

  private static boolean reaches(ClaimUse claim, PlacementNode node) {
    return claim.nodes().isEmpty()
        || claim.nodes().get().stream().anyMatch(term -> term.matches(node.name(), node.labels()));
  }
}
