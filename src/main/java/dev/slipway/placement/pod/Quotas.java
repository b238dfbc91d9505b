package dev.slipway.placement.pod;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Resource quotas: pods beyond one are refused before any scheduler sees them. Quotas for pods of
 * certain scopes only are left out.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">Resource quotas</a>
 */
public final class Quotas {
  private final Map<String, List<Quota>> byNamespace = new HashMap<>();

  private Quotas() {}

  public static Quotas of(ManifestSet manifests) {
    Quotas quotas = new Quotas();
    Amounts.Parser parser = new Amounts.Parser();
    for (Manifest manifest : manifests.ofKind("ResourceQuota")) {
      Mapping spec = manifest.spec();
      if (!spec.has("scopes") && !spec.has("scopeSelector")) {
        quotas
            .byNamespace
            .computeIfAbsent(Namespaces.of(manifest), name -> new ArrayList<>())
            .add(new Quota(manifest.ref().name(), spec.mapping("hard"), parser));
      }
    }
    return quotas;
  }

  public boolean isEmpty() {
    return byNamespace.isEmpty();
  }

  /** Counts the pods in their order and says of those that are refused why. */
  public Map<Pod, String> refused(List<Pod> pods) {
    Map<Pod, String> refused = new LinkedHashMap<>();
    for (Pod pod : pods) {
      List<Quota> quotas = byNamespace.getOrDefault(pod.shape().namespace(), List.of());
      Optional<String> why =
          quotas.stream().flatMap(quota -> quota.exceededBy(pod.shape()).stream()).findFirst();
      if (why.isPresent() && !pod.bound()) {
        refused.put(pod, why.get());
      } else {
        quotas.forEach(quota -> quota.count(pod.shape()));
      }
    }
    quotas().forEach(Quota::forget);
    return refused;
  }

  private List<Quota> quotas() {
    return byNamespace.values().stream().flatMap(List::stream).toList();
  }

  private static final class Quota {
    private final String name;
    private final Map<String, Long> hard = new TreeMap<>();
    private final Map<String, Long> used = new HashMap<>();

    Quota(String name, Mapping written, Amounts.Parser parser) {
      this.name = name;
      written.forEach(
          (resource, node) ->
              hard.put(resource, parser.amount(isCpu(resource) ? Amounts.CPU : resource, node)));
    }

    Optional<String> exceededBy(PodShape pod) {
      List<String> over = new ArrayList<>();
      hard.forEach(
          (resource, limit) -> {
            long asked = pod.counted().getOrDefault(resource, 0L);
            if (asked > 0 && Requests.plus(asked, used.getOrDefault(resource, 0L)) > limit) {
              over.add(resource);
            }
          });
      return over.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "exceeded quota: %s, requested: %s, used: %s, limited: %s"
                  .formatted(
                      name, shown(over, pod.counted()), shown(over, used), shown(over, hard)));
    }

    void count(PodShape pod) {
      hard.keySet()
          .forEach(
              resource ->
                  used.merge(resource, pod.counted().getOrDefault(resource, 0L), Requests::plus));
    }

    void forget() {
      used.clear();
    }

    private static String shown(List<String> resources, Map<String, Long> amounts) {
      List<String> shown = new ArrayList<>();
      for (String resource : resources) {
        long amount = amounts.getOrDefault(resource, 0L);
        Quantity quantity =
            isCpu(resource)
                ? Quantity.milli(amount)
                : resource.endsWith("memory") || resource.endsWith("storage")
                    ? Quantity.bytes(amount)
                    : Quantity.of(amount);
        shown.add(resource + "=" + quantity);
      }
      return String.join(",", shown);
    }

    private static boolean isCpu(String resource) {
      return resource.equals("cpu") || resource.endsWith(".cpu");
    }
  }
}
