package dev.slipway.placement.pod;

import dev.slipway.manifest.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads from a pod what resource quotas look at, as admission leaves it. */
final class QuotaReader {
  private QuotaReader() {}

  static QuotaUse read(Mapping spec, PodResources resources, String priorityClass) {
    return new QuotaUse(
        amounts(resources), resources.unspecified(), scopes(spec, resources), priorityClass);
  }

  private static Map<String, Long> amounts(PodResources resources) {
    Map<String, Long> amounts = new TreeMap<>();
    resources
        .requests()
        .asMap()
        .forEach(
            (name, amount) -> {
              amounts.put(name, amount);
              amounts.put("requests." + name, amount);
            });
    resources.limits().asMap().forEach((name, amount) -> amounts.put("limits." + name, amount));
    amounts.put("pods", 1L);
    amounts.put("count/pods", 1L);
    return amounts;
  }

  private static Set<String> scopes(Mapping spec, PodResources resources) {
    Set<String> scopes = new LinkedHashSet<>();
    scopes.add(
        spec.integer("activeDeadlineSeconds") == null
            ? QuotaUse.NOT_TERMINATING
            : QuotaUse.TERMINATING);
    scopes.add(resources.isBestEffort() ? QuotaUse.BEST_EFFORT : QuotaUse.NOT_BEST_EFFORT);
    if (namesNamespaces(spec.mapping("affinity").mapping("podAffinity"))
        || namesNamespaces(spec.mapping("affinity").mapping("podAntiAffinity"))) {
      scopes.add(QuotaUse.CROSS_NAMESPACE);
    }
    return scopes;
  }

  private static boolean namesNamespaces(Mapping affinity) {
    List<Mapping> terms =
        new ArrayList<>(
            Fields.mappings(affinity.seq("requiredDuringSchedulingIgnoredDuringExecution")));
    for (Mapping weighted :
        Fields.mappings(affinity.seq("preferredDuringSchedulingIgnoredDuringExecution"))) {
      terms.add(weighted.mapping("podAffinityTerm"));
    }
    return terms.stream()
        .anyMatch(term -> !term.seq("namespaces").isEmpty() || term.has("namespaceSelector"));
  }
}
