package dev.slipway.render;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds containers that say nothing of an amount which their namespace's quota counts: the API
 * server refuses the pods, and the controller that makes them can only try again.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/policy/resource-quotas/#compute-resource-quota">Compute
 *     resource quota</a>
 */
final class QuotaDemands {
  private static final String LIMITS = "limits.";
  private static final String REQUESTS = "requests.";

  /** What must be given once a quota counts it, by the name under which the quota does. */
  private static final Map<String, String> DEMANDED =
      Map.of(
          "cpu",
          REQUESTS + "cpu",
          "memory",
          REQUESTS + "memory",
          REQUESTS + "cpu",
          REQUESTS + "cpu",
          REQUESTS + "memory",
          REQUESTS + "memory",
          LIMITS + "cpu",
          LIMITS + "cpu",
          LIMITS + "memory",
          LIMITS + "memory");

  private final Map<String, Set<String>> demanded = new HashMap<>();
  private final Map<String, Set<String>> defaults = new HashMap<>();

  private QuotaDemands() {}

  /** Gives a notice for each workload whose pods would be refused. */
  static void report(List<Manifest> everything, Sink out) {
    QuotaDemands demands = new QuotaDemands();
    for (Manifest manifest : everything) {
      demands.note(manifest);
    }
    if (demands.demanded.isEmpty()) {
      return;
    }
    for (Manifest manifest : everything) {
      demands.judge(manifest, out);
    }
  }

  private void note(Manifest manifest) {
    Mapping spec = manifest.spec();
    String namespace = manifest.ref().namespace();
    if (manifest.ref().kind().equals("ResourceQuota")
        && !spec.has("scopes")
        && !spec.has("scopeSelector")) {
      for (String counted : spec.mapping("hard").keys()) {
        if (DEMANDED.containsKey(counted)) {
          demanded
              .computeIfAbsent(namespace, n -> new TreeSet<>())
              .add(DEMANDED.getOrDefault(counted, counted));
        }
      }
    } else if (manifest.ref().kind().equals("LimitRange")) {
      for (Node item : spec.seq("limits")) {
        if (item instanceof Mapping limits && "Container".equals(limits.string("type"))) {
          noteDefaults(limits, defaults.computeIfAbsent(namespace, n -> new TreeSet<>()));
        }
      }
    }
  }

  /**
   * The API server takes a maximum for the default limit, and that or a minimum for the request.
   */
  private static void noteDefaults(Mapping limits, Set<String> given) {
    for (String field : List.of("max", "default")) {
      for (String resource : limits.mapping(field).keys()) {
        given.add(LIMITS + resource);
        given.add(REQUESTS + resource);
      }
    }
    for (String field : List.of("min", "defaultRequest")) {
      for (String resource : limits.mapping(field).keys()) {
        given.add(REQUESTS + resource);
      }
    }
  }

  private void judge(Manifest manifest, Sink out) {
    Set<String> missing =
        new TreeSet<>(demanded.getOrDefault(manifest.ref().namespace(), Set.of()));
    missing.removeAll(defaults.getOrDefault(manifest.ref().namespace(), Set.of()));
    if (missing.isEmpty()) {
      return;
    }
    PodTemplate.of(manifest)
        .map(pod -> silent(pod.spec(), missing))
        .filter(silent -> !silent.isEmpty())
        .ifPresent(
            silent ->
                out.notice(
                    Notice.error(
                            "quota-without-amounts",
                            "The quota of namespace '%s' counts what containers do not give (%s), and the API server refuses such pods."
                                .formatted(manifest.ref().namespace(), String.join("; ", silent)),
                            "Give the containers these, or the namespace a limit range with"
                                + " defaults.")
                        .about(manifest.ref())));
  }

  private static List<String> silent(Mapping pod, Set<String> demanded) {
    List<String> silent = new ArrayList<>();
    for (String list : List.of("initContainers", "containers")) {
      for (Node node : pod.seq(list)) {
        if (node instanceof Mapping container) {
          Set<String> missing = new LinkedHashSet<>(demanded);
          missing.removeIf(amount -> gives(container.mapping("resources"), amount));
          if (!missing.isEmpty()) {
            silent.add("'" + container.string("name") + "': " + String.join(", ", missing));
          }
        }
      }
    }
    return silent;
  }

  /** A limit is the request too, where none is given. */
  private static boolean gives(Mapping resources, String amount) {
    Mapping limits = resources.mapping("limits");
    return amount.startsWith(LIMITS)
        ? limits.has(amount.substring(LIMITS.length()))
        : resources.mapping("requests").has(amount.substring(REQUESTS.length()))
            || limits.has(amount.substring(REQUESTS.length()));
  }
}
