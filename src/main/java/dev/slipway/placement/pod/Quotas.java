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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Resource quotas: pods beyond one are refused before any scheduler sees them, and so are those
 * that do not say how much they ask of what it limits.
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
      quotas
          .byNamespace
          .computeIfAbsent(Namespaces.of(manifest), name -> new ArrayList<>())
          .add(new Quota(manifest.ref().name(), manifest.spec(), parser));
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
      QuotaUse use = pod.shape().quotaUse();
      List<Quota> quotas =
          byNamespace.getOrDefault(pod.shape().namespace(), List.of()).stream()
              .filter(quota -> quota.concerns(use))
              .toList();
      Optional<String> why =
          quotas.stream().flatMap(quota -> quota.refusalOf(use).stream()).findFirst();
      if (why.isPresent() && !pod.bound()) {
        refused.put(pod, why.get());
      } else {
        quotas.forEach(quota -> quota.count(use));
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

    private final List<Requirement> scopes = new ArrayList<>();

    Quota(String name, Mapping spec, Amounts.Parser parser) {
      this.name = name;
      spec.mapping("hard")
          .forEach(
              (resource, node) ->
                  hard.put(
                      resource, parser.amount(isCpu(resource) ? Amounts.CPU : resource, node)));
      for (String scope : Fields.strings(spec.seq("scopes"))) {
        scopes.add(new Requirement(scope, "Exists", List.of()));
      }
      for (Mapping selected :
          Fields.mappings(spec.mapping("scopeSelector").seq("matchExpressions"))) {
        scopes.add(
            new Requirement(
                Fields.string(selected, "scopeName"),
                Fields.string(selected, "operator"),
                Fields.strings(selected.seq("values"))));
      }
    }

    /** Whether a pod is in all of its scopes. */
    boolean concerns(QuotaUse pod) {
      for (Requirement scope : scopes) {
        @Nullable String value =
            scope.key().equals(QuotaUse.PRIORITY_CLASS)
                ? pod.priorityClass().isEmpty() ? null : pod.priorityClass()
                : pod.scopes().contains(scope.key()) ? "" : null;
        if (!scope.matches(value)) {
          return false;
        }
      }
      return true;
    }

    Optional<String> refusalOf(QuotaUse pod) {
      Optional<String> silent = silenceOf(pod);
      return silent.isPresent() ? silent : excessOf(pod);
    }

    private Optional<String> silenceOf(QuotaUse pod) {
      List<String> missing = new ArrayList<>();
      hard.keySet()
          .forEach(
              resource -> {
                @Nullable List<String> silent = pod.unspecified().get(resource);
                if (silent != null) {
                  missing.add(resource + " for: " + String.join(",", new TreeSet<>(silent)));
                }
              });
      return missing.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "failed quota: %s: must specify %s".formatted(name, String.join("; ", missing)));
    }

    private Optional<String> excessOf(QuotaUse pod) {
      List<String> over = new ArrayList<>();
      hard.forEach(
          (resource, limit) -> {
            long asked = pod.amounts().getOrDefault(resource, 0L);
            if (asked > 0 && Requests.plus(asked, used.getOrDefault(resource, 0L)) > limit) {
              over.add(resource);
            }
          });
      return over.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "exceeded quota: %s, requested: %s, used: %s, limited: %s"
                  .formatted(
                      name, shown(over, pod.amounts()), shown(over, used), shown(over, hard)));
    }

    void count(QuotaUse pod) {
      hard.keySet()
          .forEach(
              resource ->
                  used.merge(resource, pod.amounts().getOrDefault(resource, 0L), Requests::plus));
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
