package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Facts;
import dev.slipway.check.Kinds;
import dev.slipway.check.Selector;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ServiceMonitor or PodMonitor of the Prometheus operator looks at.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/">Its API</a>
 */
final class Monitors {
  private Monitors() {}

  static boolean is(Subject object) {
    return object.is(Kinds.SERVICE_MONITOR) || object.is(Kinds.POD_MONITOR);
  }

  /** The field of its spec that lists ports to ask. */
  static String endpoints(Subject monitor) {
    return monitor.is(Kinds.POD_MONITOR) ? "podMetricsEndpoints" : "endpoints";
  }

  static Selector selector(Subject monitor) {
    return Selector.of(monitor.spec().mapping("selector"));
  }

  /** Whether it looks at its own namespace alone. */
  static boolean staysAtHome(Subject monitor) {
    return !monitor.spec().has("namespaceSelector")
        || monitor.spec().mapping("namespaceSelector").isEmpty();
  }

  /** The Services that a ServiceMonitor selects, or the objects whose pods a PodMonitor does. */
  static List<Subject> selected(Subject monitor, Facts facts) {
    Selector selector = selector(monitor);
    List<Subject> selected = new ArrayList<>();
    if (monitor.is(Kinds.POD_MONITOR)) {
      for (String namespace : namespaces(monitor)) {
        selected.addAll(facts.selected(selector, namespace));
      }
      return selected;
    }
    for (Subject service : facts.ofKind(Kinds.SERVICE)) {
      if (isSeen(monitor, service) && selector.matches(Selector.strings(service.labels()))) {
        selected.add(service);
      }
    }
    return selected;
  }

  private static boolean isSeen(Subject monitor, Subject object) {
    for (String namespace : namespaces(monitor)) {
      if (Facts.together(namespace, object.namespace())) {
        return true;
      }
    }
    return false;
  }

  /** The namespaces that it looks at; an empty one stands for every one. */
  private static List<String> namespaces(Subject monitor) {
    Mapping selector = monitor.spec().mapping("namespaceSelector");
    if (Boolean.TRUE.equals(selector.bool("any"))) {
      return List.of("");
    }
    List<String> names = new ArrayList<>();
    for (Node node : selector.seq("matchNames")) {
      if (node instanceof Text text && text.value() != null) {
        names.add(text.value());
      }
    }
    return names.isEmpty() ? List.of(monitor.namespace()) : names;
  }

  /**
   * Whether a monitor may ask what it selects at a port. It may unless every port that it asks is a
   * number, or a name that leads to one, and another one.
   *
   * @param number the port's number as annotations write it; null where they do not
   */
  static boolean mayAsk(Subject monitor, Subject selected, @Nullable String number) {
    if (number == null) {
      return true;
    }
    Seq endpoints = monitor.spec().seq(endpoints(monitor));
    for (Node node : endpoints) {
      Mapping endpoint = node instanceof Mapping written ? written : Mapping.EMPTY;
      @Nullable Long known = number(endpoint, selected);
      if (known == null || known.toString().equals(number)) {
        return true;
      }
    }
    return endpoints.isEmpty();
  }

  /** The number of the container's port that an endpoint leads to, where it can be told. */
  private static @Nullable Long number(Mapping endpoint, Subject selected) {
    @Nullable Long direct = Ports.number(endpoint.get("targetPort"));
    @Nullable String name = endpoint.string("port");
    if (direct != null || name == null) {
      return direct;
    }
    if (selected.pod() != null) {
      for (Container container : selected.pod().containers()) {
        @Nullable Long port = named(container.body().seq("ports"), name, "containerPort");
        if (port != null) {
          return port;
        }
      }
      return null;
    }
    Seq ports = selected.spec().seq("ports");
    @Nullable Long target = named(ports, name, "targetPort");
    return target == null && !hasTarget(ports, name) ? named(ports, name, "port") : target;
  }

  private static @Nullable Long named(Seq ports, String name, String field) {
    for (Node node : ports) {
      if (node instanceof Mapping port && name.equals(port.string("name"))) {
        return Ports.number(port.get(field));
      }
    }
    return null;
  }

  private static boolean hasTarget(Seq ports, String name) {
    for (Node node : ports) {
      if (node instanceof Mapping port && name.equals(port.string("name"))) {
        return port.has("targetPort");
      }
    }
    return false;
  }
}
