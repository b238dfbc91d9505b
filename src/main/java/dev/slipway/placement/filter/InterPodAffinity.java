package dev.slipway.placement.filter;

import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import dev.slipway.placement.state.PodCount;
import dev.slipway.placement.state.Relations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps pods near those that they need, and away from those that they or others do not want. */
final class InterPodAffinity implements Filter {
  static final String AFFINITY = "node(s) didn't match pod affinity rules";
  static final String ANTI_AFFINITY = "node(s) didn't match pod anti-affinity rules";
  static final String OTHERS_ANTI_AFFINITY =
      "node(s) didn't satisfy existing pods anti-affinity rules";
  private static final Refusal NOT_NEAR = Refusal.of(AFFINITY);
  private static final Refusal TOO_NEAR = Refusal.of(ANTI_AFFINITY);
  private static final Refusal UNWANTED = Refusal.of(OTHERS_ANTI_AFFINITY);

  @Override
  public String name() {
    return "InterPodAffinity";
  }

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public NodeTest prepare(PodShape pod, Assignment placed) {
    Relations own = placed.of(pod);
    return own.peers().isEmpty() && own.foes().isEmpty() && own.shunnedBy().isEmpty()
        ? Anywhere.PASSES
        : node -> refusal(own, node);
  }

  private static @Nullable Refusal refusal(Relations own, int node) {
    if (!own.peers().isEmpty() && !isNearPeers(own, node)) {
      return NOT_NEAR;
    }
    if (anyNear(own.foes(), node)) {
      return TOO_NEAR;
    }
    return anyNear(own.shunnedBy(), node) ? UNWANTED : null;
  }

  /** The first of pods that want each other near may stand anywhere. */
  private static boolean isNearPeers(Relations own, int node) {
    List<PodCount> peers = own.peers();
    boolean all = true;
    boolean none = true;
    for (int i = 0; i < peers.size(); i++) {
      PodCount count = peers.get(i);
      if (!count.covers(node)) {
        return false;
      }
      all &= count.near(node) > 0;
      none &= count.total() == 0;
    }
    return all || none && own.isOwnPeer();
  }

  private static boolean anyNear(List<PodCount> counts, int node) {
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i).near(node) > 0) {
        return true;
      }
    }
    return false;
  }

  /** A peer may still come near; a foe stays. */
  @Override
  public NodeTest lasting(PodShape pod, Assignment placed) {
    Relations own = placed.of(pod);
    if (own.peers().isEmpty() && own.foes().isEmpty() && own.shunnedBy().isEmpty()) {
      return Anywhere.PASSES;
    }
    return node -> {
      if (own.peers().stream().anyMatch(peers -> !peers.covers(node))) {
        return NOT_NEAR;
      }
      return anyNear(own.foes(), node) || anyNear(own.shunnedBy(), node) ? TOO_NEAR : null;
    };
  }
}
