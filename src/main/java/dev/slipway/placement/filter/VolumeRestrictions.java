package dev.slipway.placement.filter;

import dev.slipway.placement.pod.ClaimUse;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import java.util.List;

/** Keeps pods off every node while a claim that is for one pod only has another. */
final class VolumeRestrictions implements Filter {
  static final String REASON =
      "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already"
          + " in-use by another pod";
  private static final Refusal REFUSAL = Refusal.of(REASON);

  @Override
  public String name() {
    return "VolumeRestrictions";
  }

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public NodeTest prepare(PodShape pod, Assignment placed) {
    List<String> alone =
        pod.claims().stream().filter(ClaimUse::onePod).map(ClaimUse::claim).toList();
    if (alone.isEmpty()) {
      return Anywhere.PASSES;
    }
    return node -> alone.stream().anyMatch(claim -> placed.users(claim) > 0) ? REFUSAL : null;
  }
}
