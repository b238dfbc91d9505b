package dev.slipway.placement.pod;

import dev.slipway.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pod asks for as a whole: its containers together, or its largest start-up step where that
 * is more; a sidecar counts beside whatever starts after it.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers">Resource
 *     sharing within containers</a>
 */
record PodResources(Amounts requests, Amounts limits, Map<String, List<String>> unspecified) {
  private static final List<String> TOLD = List.of(Amounts.CPU, Amounts.MEMORY);

  static PodResources of(
      Mapping spec, String namespace, ContainerDefaults defaults, Amounts.Parser parser) {
    Sum requests = new Sum();
    Sum limits = new Sum();
    Map<String, List<String>> unspecified = new TreeMap<>();
    for (Mapping container : Fields.mappings(spec.seq("containers"))) {
      Mapping resources = container.mapping("resources");
      Amounts limit = Amounts.of(resources.mapping("limits"), parser);
      Amounts request = request(resources, limit, parser);
      defaults.complete(namespace, request, limit);
      note(unspecified, container, request, limit);
      requests.running.add(request);
      limits.running.add(limit);
    }
    for (Mapping container : Fields.mappings(spec.seq("initContainers"))) {
      Mapping resources = container.mapping("resources");
      Amounts limit = Amounts.of(resources.mapping("limits"), parser);
      Amounts request = request(resources, limit, parser);
      defaults.complete(namespace, request, limit);
      note(unspecified, container, request, limit);
      boolean sidecar = isSidecar(container);
      requests.start(request, sidecar);
      limits.start(limit, sidecar);
    }
    Amounts request = requests.total();
    Amounts limit = limits.total();
    Mapping whole = spec.mapping("resources");
    ofWholePod(whole, request, limit, parser);
    Amounts overhead = Amounts.of(spec.mapping("overhead"), parser);
    request.add(overhead);
    return new PodResources(request, limit, whole.isEmpty() ? unspecified : Map.of());
  }

  /** Whether nothing is said of CPU and memory, so that the pod is the first to be evicted. */
  boolean isBestEffort() {
    return TOLD.stream().noneMatch(name -> requests.get(name) > 0 || limits.get(name) > 0);
  }

  /** Which of the resources a container is silent about that a quota on them wants to be told. */
  private static void note(
      Map<String, List<String>> unspecified, Mapping container, Amounts request, Amounts limit) {
    String named = Fields.string(container, "name");
    for (String name : TOLD) {
      if (!request.has(name)) {
        unspecified.computeIfAbsent(name, any -> new ArrayList<>()).add(named);
        unspecified.computeIfAbsent("requests." + name, any -> new ArrayList<>()).add(named);
      }
      if (!limit.has(name)) {
        unspecified.computeIfAbsent("limits." + name, any -> new ArrayList<>()).add(named);
      }
    }
  }

  static boolean isSidecar(Mapping initContainer) {
    return Fields.string(initContainer, "restartPolicy").equals("Always");
  }

  /** A limit without a request is a request, too. */
  private static Amounts request(Mapping resources, Amounts limit, Amounts.Parser parser) {
    Amounts request = Amounts.of(resources.mapping("requests"), parser);
    request.putMissing(limit);
    return request;
  }

  /** What a pod asks for itself counts instead of its containers' sum. */
  private static void ofWholePod(
      Mapping resources, Amounts request, Amounts limit, Amounts.Parser parser) {
    if (resources.isEmpty()) {
      return;
    }
    Amounts limits = Amounts.of(resources.mapping("limits"), parser);
    limits.asMap().forEach(limit::put);
    limits
        .asMap()
        .forEach(
            (name, amount) -> {
              if (!request.has(name)) {
                request.put(name, amount);
              }
            });
    Amounts.of(resources.mapping("requests"), parser).asMap().forEach(request::put);
  }

  /** Adds up as the pod starts: init containers one after the other, sidecars to stay. */
  private static final class Sum {
    final Amounts running = Amounts.none();
    private final Amounts sidecars = Amounts.none();
    private final Amounts largestStep = Amounts.none();

    void start(Amounts container, boolean sidecar) {
      if (sidecar) {
        running.add(container);
        sidecars.add(container);
        largestStep.raiseTo(sidecars);
      } else {
        Amounts step = container.copy();
        step.add(sidecars);
        largestStep.raiseTo(step);
      }
    }

    Amounts total() {
      Amounts total = running.copy();
      total.raiseTo(largestStep);
      return total;
    }
  }
}
