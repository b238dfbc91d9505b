package dev.slipway.app;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Suggestions;
import dev.slipway.network.ServicePort;
import dev.slipway.pod.Container;
import dev.slipway.pod.Hook;
import dev.slipway.pod.Port;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds probes, hooks and Services that lead to a port which no container has. A probe by number is
 * let be: the kubelet asks ports that no container declares.
 */
final class PortChecks {
  private static final String TCP = "TCP";

  private final Problems problems;

  private PortChecks(Problems problems) {
    this.problems = problems;
  }

  static void check(Workload workload, Problems problems) {
    PortChecks checks = new PortChecks(problems);
    for (Container container : workload.everyContainer()) {
      checks.container(container);
    }
    List<Port> ports = new ArrayList<>();
    for (Container container : workload.lastingContainers()) {
      ports.addAll(container.ports());
    }
    for (int i = 0; i < workload.exposures().size(); i++) {
      List<ServicePort> exposed = workload.exposures().get(i).ports();
      for (int k = 0; k < exposed.size(); k++) {
        FieldPath way = FieldPath.of("services").index(i).key("ports").index(k).key("target");
        checks.service(exposed.get(k), ports, way);
      }
    }
  }

  private void container(Container container) {
    for (Map.Entry<String, Probe> probe : container.probes().entrySet()) {
      Optional<PortRef> asked = probe.getValue().handler().asks();
      if (asked.isPresent()) {
        String field = probe.getKey();
        own(field, asked.get(), container, field.replace("Probe", ""));
      }
    }
    hook("postStart", container.postStart(), container);
    hook("preStop", container.preStop(), container);
  }

  private void hook(String field, Optional<Hook> hook, Container container) {
    if (hook.isPresent() && hook.get() instanceof Hook.Http http) {
      own(field + " hook", http.port(), container, field);
    }
  }

  private void own(String what, PortRef port, Container container, String field) {
    List<String> names = names(container.ports());
    if (port instanceof PortRef.Name wanted && !names.contains(wanted.name())) {
      problems.add(
          Problem.of(
                  "The %s of container '%s' asks port '%s'; the container has %s."
                      .formatted(what, container.name(), wanted.name(), written(names)),
                  meant(wanted.name(), names))
              .about(
                  List.of(
                      FieldPath.of("containers", container.name(), field, "port"),
                      FieldPath.of("initContainers", container.name(), field, "port"))));
    }
  }

  private void service(ServicePort service, List<Port> ports, FieldPath way) {
    PortRef target = service.target().orElse(PortRef.of(service.port()));
    if (target instanceof PortRef.Name wanted) {
      List<Port> named = new ArrayList<>();
      for (Port port : ports) {
        if (port.name().equals(wanted.name())) {
          named.add(port);
        }
      }
      if (named.isEmpty()) {
        problems.add(
            "The Service's port %s leads to port '%s'; the containers have %s."
                .formatted(service.port(), wanted.name(), written(names(ports))),
            meant(wanted.name(), names(ports)),
            way);
      } else if (!speaks(protocol(service), named)) {
        problems.add(
            "The Service's port %s is %s, and the containers' port '%s' is %s."
                .formatted(
                    service.port(), protocol(service), wanted.name(), protocol(named.get(0))),
            "Give both the same protocol.",
            way);
      }
    } else if (target instanceof PortRef.Number wanted && !ports.isEmpty()) {
      boolean there =
          ports.stream()
              .anyMatch(
                  port ->
                      port.number() == wanted.number() && protocol(port).equals(protocol(service)));
      if (!there) {
        problems.add(
            "The Service's port %s leads to port %s (%s), which no container declares; they have %s."
                .formatted(
                    service.port(),
                    wanted.number(),
                    protocol(service),
                    ports.stream()
                        .map(port -> port.number() + " (" + protocol(port) + ")")
                        .collect(Collectors.joining(" and "))),
            "Correct the number, or declare the port: the network policy opens those only.",
            way);
      }
    }
  }

  private static boolean speaks(String protocol, List<Port> ports) {
    for (Port port : ports) {
      if (protocol(port).equals(protocol)) {
        return true;
      }
    }
    return false;
  }

  private static String protocol(Port port) {
    return port.protocol().orElse(TCP);
  }

  private static String protocol(ServicePort port) {
    return port.protocol().orElse(TCP);
  }

  private static List<String> names(List<Port> ports) {
    Set<String> names = new LinkedHashSet<>();
    for (Port port : ports) {
      if (!port.name().isEmpty()) {
        names.add(port.name());
      }
    }
    return List.copyOf(names);
  }

  private static String written(List<String> names) {
    return names.isEmpty()
        ? "no port with a name"
        : names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" and "));
  }

  private static String meant(String name, List<String> names) {
    String near = Suggestions.didYouMean(name, names);
    return near.isEmpty() ? "Name one that there is, or declare it." : near;
  }
}
