package dev.slipway.app;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Quantity;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bounds and defaults of a LimitRange, each by resource name; empty for none.
 *
 * @param type {@code Container}, {@code Pod} or {@code PersistentVolumeClaim}
 * @param defaultLimit what a container that gives no limit is limited to
 * @param defaultRequest what a container that gives no request requests
 * @see <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">Limit ranges</a>
 */
public record LimitRangeItem(
    String type,
    Map<String, Quantity> min,
    Map<String, Quantity> max,
    Map<String, Quantity> defaultLimit,
    Map<String, Quantity> defaultRequest) {

  /** Defaults for containers. */
  public static LimitRangeItem containerDefaults(
      Map<String, Quantity> request, Map<String, Quantity> limit) {
    return new LimitRangeItem("Container", Map.of(), Map.of(), limit, request);
  }

  Mapping toNode() {
    return Mapping.builder()
        .put("type", type)
        .putUnlessEmpty("max", amounts(max))
        .putUnlessEmpty("min", amounts(min))
        .putUnlessEmpty("default", amounts(defaultLimit))
        .putUnlessEmpty("defaultRequest", amounts(defaultRequest))
        .build();
  }

  private static Mapping amounts(Map<String, Quantity> amounts) {
    Mapping.Builder node = Mapping.builder();
    new TreeMap<>(amounts).forEach((name, amount) -> node.put(name, amount.toNode()));
    return node.build();
  }
}
