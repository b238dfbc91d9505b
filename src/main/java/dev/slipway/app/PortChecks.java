package dev.slipway.app;

import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Suggestions;
import dev.slipway.network.Exposure;
import dev.slipway.network.ServicePort;
import dev.slipway.pod.Container;
import dev.slipway.pod.Hook;
import dev.slipway.pod.Port;
import dev.slipway.pod.PortRef;
import java.util.ArrayList;
import java.util.List;
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
    workload.everyContainer().forEach(checks::container);
    List<Port> ports = new ArrayList<>();
    workload.lastingContainers().forEach(container -> ports.addAll(container.ports()));
    for (Exposure exposure : workload.exposures()) {
      exposure.ports().forEach(port -> checks.service(port, ports));
    }
  }

  private void container(Container container) {
    container
        .probes()
        .forEach(
            (field, probe) ->
                probe.handler().asks().ifPresent(port -> own(field, port, container)));
    container.postStart().ifPresent(hook -> hook("postStart hook", hook, container));
    container.preStop().ifPresent(hook -> hook("preStop hook", hook, container));
  }

  private void hook(String what, Hook hook, Container container) {
    if (hook instanceof Hook.Http http) {
      own(what, http.port(), container);
    }
  }

  private void own(String what, PortRef port, Container container) {
    List<String> names = names(container.ports());
    if (port instanceof PortRef.Name wanted && !names.contains(wanted.name())) {
      problems.add(
          "The %s of container '%s' asks port '%s'; the container has %s."
              .formatted(what, container.name(), wanted.name(), written(names)),
          meant(wanted.name(), names));
    }
  }

  private void service(ServicePort service, List<Port> ports) {
    PortRef target = service.target().orElse(PortRef.of(service.port()));
    if (target instanceof PortRef.Name wanted) {
      List<Port> named = ports.stream().filter(p -> p.name().equals(wanted.name())).toList();
      if (named.isEmpty()) {
        problems.add(
            "The Service's port %s leads to port '%s'; the containers have %s."
                .formatted(service.port(), wanted.name(), written(names(ports))),
            meant(wanted.name(), names(ports)));
      } else if (named.stream().noneMatch(port -> protocol(port).equals(protocol(service)))) {
        problems.add(
            "The Service's port %s is %s, and the containers' port '%s' is %s."
                .formatted(
                    service.port(), protocol(service), wanted.name(), protocol(named.get(0))),
            "Give both the same protocol.");
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
            "Correct the number, or declare the port: the network policy opens those only.");
      }
    }
  }

  private static String protocol(Port port) {
    return port.protocol().orElse(TCP);
  }

  private static String protocol(ServicePort port) {
    return port.protocol().orElse(TCP);
  }

  private static List<String> names(List<Port> ports) {
    return ports.stream().map(Port::name).filter(name -> !name.isEmpty()).distinct().toList();
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
