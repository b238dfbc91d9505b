package dev.slipway.placement.filter;

import dev.slipway.placement.pod.ClaimUse;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.state.Assignment;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps pods off nodes that stand in another zone than a volume that they have. */
final class VolumeZone implements Filter {
  static final String REASON = "node(s) had no available volume zone";
  private static final Refusal REFUSAL = Refusal.of(REASON);

  private static final Map<String, String> CURRENT =
      Map.of(
          "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
          "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region",
          "topology.kubernetes.io/zone", "topology.kubernetes.io/zone",
          "topology.kubernetes.io/region", "topology.kubernetes.io/region");

  @Override
  public String name() {
    return "VolumeZone";
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public NodeTest prepare(PodShape pod, Assignment placed) {
    if (pod.claims().stream().allMatch(claim -> claim.zones().isEmpty())) {
      return Anywhere.PASSES;
    }
    return node -> {
      Map<String, String> labels = placed.nodes().get(node).labels();
      // A node that knows no zone takes every volume.
      boolean anywhere = CURRENT.keySet().stream().noneMatch(labels::containsKey);
      return anywhere || pod.claims().stream().allMatch(claim -> isHere(claim, labels))
          ? null
          : REFUSAL;
    };
  }

  private static boolean isHere(ClaimUse claim, Map<String, String> labels) {
    for (Map.Entry<String, Set<String>> wanted : claim.zones().entrySet()) {
      String key = wanted.getKey();
      @Nullable String value = labels.get(key);
      if (value == null) {
        value = labels.get(CURRENT.getOrDefault(key, key));
      }
      if (value == null || !wanted.getValue().contains(value)) {
        return false;
      }
    }
    return true;
  }
}
