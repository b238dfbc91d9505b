package dev.slipway.pod;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a container asks of its node ({@code requests}) and may not exceed ({@code limits}), by
 * resource name: {@code cpu}, {@code memory}, {@code ephemeral-storage}, {@code nvidia.com/gpu}.
 *
 * <p>A request above its limit is refused: every API server refuses it.
 */
public record Resources(Map<String, Quantity> requests, Map<String, Quantity> limits) {
  public static final Resources NONE = new Resources(Map.of(), Map.of());

  /**
   * What a container asks for under strict defaults where nothing is said: enough for the scheduler
   * to count it, and no limit that could kill it.
   */
  public static final Resources DEFAULT = requests("100m", "128Mi");

  public Resources {
    requests = Map.copyOf(requests);
    limits = Map.copyOf(limits);
    checkLimits(requests, limits);
  }

  private static void checkLimits(Map<String, Quantity> requests, Map<String, Quantity> limits) {
    Problems problems = new Problems();
    for (Map.Entry<String, Quantity> limit : new TreeMap<>(limits).entrySet()) {
      String resource = limit.getKey();
      Quantity request = requests.get(resource);
      if (request != null && request.compareTo(limit.getValue()) > 0) {
        problems.add(
            "The request of %s (%s) is above its limit (%s)."
                .formatted(resource, request, limit.getValue()),
            "Raise the limit or lower the request.",
            FieldPath.of("limits", resource));
      }
    }
    problems.throwIfAny();
  }

  /** Requests of CPU and memory, without limits. */
  public static Resources requests(String cpu, String memory) {
    return new Resources(amounts(cpu, memory), Map.of());
  }

  /** These requests with limits of CPU and memory. */
  public Resources limits(String cpu, String memory) {
    return new Resources(requests, amounts(cpu, memory));
  }

  /** These requests with a limit of memory only, so that CPU is never throttled. */
  public Resources memoryLimit(String memory) {
    return new Resources(requests, Map.of("memory", Quantity.of(memory)));
  }

  /** These resources with so much of the node's disk kept free for emptyDirs, logs and layers. */
  public Resources ephemeralStorage(Quantity size) {
    return new Resources(with(requests, "ephemeral-storage", size), limits);
  }

  /** These resources with one more requested and limited, as extended resources need. */
  public Resources extended(String resource, long count) {
    return new Resources(
        with(requests, resource, Quantity.of(count)), with(limits, resource, Quantity.of(count)));
  }

  public boolean isEmpty() {
    return requests.isEmpty() && limits.isEmpty();
  }

  /** The container's {@code resources}. */
  public Mapping toNode() {
    Mapping.Builder node = Mapping.builder();
    if (!requests.isEmpty()) {
      node.put("requests", ordered(requests));
    }
    if (!limits.isEmpty()) {
      node.put("limits", ordered(limits));
    }
    return node.build();
  }

  private static Map<String, Quantity> amounts(String cpu, String memory) {
    return Map.of("cpu", Quantity.of(cpu), "memory", Quantity.of(memory));
  }

  private static Map<String, Quantity> with(
      Map<String, Quantity> amounts, String resource, Quantity amount) {
    Map<String, Quantity> more = new LinkedHashMap<>(amounts);
    more.put(resource, amount);
    return more;
  }

  private static Mapping ordered(Map<String, Quantity> amounts) {
    Mapping.Builder node = Mapping.builder();
    for (Map.Entry<String, Quantity> amount : new TreeMap<>(amounts).entrySet()) {
      node.put(amount.getKey(), amount.getValue().toNode());
    }
    return node.build();
  }
}
