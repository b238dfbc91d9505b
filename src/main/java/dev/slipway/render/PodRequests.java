package dev.slipway.render;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a pod asks of its node, by resource: CPU in thousandths of a core, all else in whole units.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers">How
 *     the requests of init containers, sidecars and containers make up the pod's</a>
 */
record PodRequests(Map<String, Long> amounts) {
  static final PodRequests NONE = new PodRequests(Map.of());
  static final String CPU = "cpu";
  static final String MEMORY = "memory";

  /** Sidecars run beside all that starts after them; other init containers run alone. */
  static PodRequests of(Mapping pod) {
    PodRequests sidecars = NONE;
    PodRequests starting = NONE;
    for (Node node : pod.seq("initContainers")) {
      if (node instanceof Mapping init) {
        PodRequests own = ofContainer(init);
        if ("Always".equals(init.string("restartPolicy"))) {
          sidecars = sidecars.plus(own);
          starting = starting.atLeast(sidecars);
        } else {
          starting = starting.atLeast(sidecars.plus(own));
        }
      }
    }
    PodRequests running = sidecars.plus(of(pod.mapping("overhead"), Mapping.EMPTY));
    Seq containers = pod.seq("containers");
    for (Node node : containers) {
      if (node instanceof Mapping container) {
        running = running.plus(ofContainer(container));
      }
    }
    return running.atLeast(starting);
  }

  private static PodRequests ofContainer(Mapping container) {
    Mapping resources = container.mapping("resources");
    return of(resources.mapping("requests"), resources.mapping("limits"));
  }

  /** A limit is requested where no request says otherwise. */
  private static PodRequests of(Mapping requests, Mapping limits) {
    Map<String, Long> amounts = new LinkedHashMap<>();
    limits.forEach((resource, amount) -> put(amounts, resource, amount));
    requests.forEach((resource, amount) -> put(amounts, resource, amount));
    return new PodRequests(amounts);
  }

  private static void put(Map<String, Long> amounts, String resource, Node amount) {
    @Nullable String written =
        amount instanceof Text text
            ? text.value()
            : amount instanceof Scalar scalar ? scalar.toString() : null;
    @Nullable Quantity quantity = written == null ? null : Quantity.parse(written);
    if (quantity != null) {
      amounts.put(resource, inUnits(resource, quantity));
    }
  }

  static long inUnits(String resource, Quantity quantity) {
    return resource.equals(CPU) ? quantity.milliValue() : quantity.value();
  }

  /** For people: {@code 1500m}, {@code 2Gi}. */
  static Quantity written(String resource, long amount) {
    return switch (resource) {
      case CPU -> Quantity.milli(amount);
      case MEMORY, "ephemeral-storage" -> Quantity.bytes(amount);
      default -> Quantity.of(amount);
    };
  }

  long get(String resource) {
    return amounts.getOrDefault(resource, 0L);
  }

  PodRequests plus(PodRequests other) {
    return with(other, Long::sum);
  }

  PodRequests times(long count) {
    Map<String, Long> product = new TreeMap<>();
    amounts.forEach((resource, amount) -> product.put(resource, amount * count));
    return new PodRequests(product);
  }

  private PodRequests atLeast(PodRequests other) {
    return with(other, Math::max);
  }

  private PodRequests with(PodRequests other, LongBinaryOperator both) {
    Set<String> resources = new TreeSet<>(amounts.keySet());
    resources.addAll(other.amounts.keySet());
    Map<String, Long> result = new TreeMap<>();
    for (String resource : resources) {
      result.put(resource, both.applyAsLong(get(resource), other.get(resource)));
    }
    return new PodRequests(result);
  }
}
