package dev.slipway.app;

import dev.slipway.cluster.Api;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.network.Exposure;
import dev.slipway.network.HttpRoute;
import dev.slipway.network.Ingress;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Renders the ways into the cluster that lead to a workload's first Service. */
record WaysIn(Workload workload, WorkloadNames names, Target target, Sink out, Origin origin) {
  private static final String SESSIONS = "session-affinity";

  void render() {
    int count = 0;
    for (Ingress ingress : workload.ingresses()) {
      render(ingress, nth(++count));
    }
    count = 0;
    for (HttpRoute route : workload.routes()) {
      render(route, nth(++count));
    }
  }

  /** What the controllers of ingresses read on a Service. */
  Map<String, String> annotations(Exposure exposure) {
    Map<String, String> annotations = new TreeMap<>(exposure.annotations());
    if (leadsTo(exposure)) {
      for (Ingress ingress : workload.ingresses()) {
        annotations.putAll(ingress.serviceAnnotations());
      }
    }
    return annotations;
  }

  private boolean leadsTo(Exposure exposure) {
    return !workload.ingresses().isEmpty() && exposure.equals(first());
  }

  /** Labels of the namespaces from which controllers come, once for each way in. */
  List<Map<String, String>> controllerNamespaces() {
    Set<Map<String, String>> namespaces = new LinkedHashSet<>();
    for (Ingress ingress : workload.ingresses()) {
      namespaces.add(ingress.controllerNamespace());
    }
    for (HttpRoute route : workload.routes()) {
      namespaces.add(route.controllerNamespace());
    }
    return List.copyOf(namespaces);
  }

  /** The Service that they lead to. */
  Exposure first() {
    return workload.exposures().stream()
        .filter(e -> !e.ports().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private String nth(int number) {
    return number == 1 ? names.object() : names.object() + "-" + number;
  }

  private void render(Ingress ingress, String name) {
    add(
        Types.INGRESS,
        name,
        ingress.annotations(),
        ingress.spec(names.service(first()), first().ports().get(0)));
    ObjectRef ref = new ObjectRef(Types.INGRESS, target.namespace(), name);
    if (ingress.tlsSecret().isEmpty()) {
      out.notice(
          Notice.warning(
                  "ingress-without-tls",
                  "The ingress for %s has no certificate: whatever is sent through it can be read on its way."
                      .formatted(ingress.host()),
                  "Name the Secret with its certificate under tls, or waive this where something in"
                      + " front of it ends TLS.")
              .about(ref));
    }
    if (ingress.losesSessions()) {
      out.notice(
          Notice.error(
                  SESSIONS,
                  "Sessions of %s are to stay on their pods, and no way to tell that to the controller of ingress class '%s' is known."
                      .formatted(ingress.host(), ingress.className().orElse("(the default)")),
                  "Say whether it is ingress-nginx or Traefik, or give the annotations that it"
                      + " reads and waive this.")
              .about(ref));
    }
    if (ingress.isAbandoned(target.today())) {
      out.notice(
          Notice.warning(
                  "ingress-nginx-retired",
                  "The ingress for %s is one of ingress-nginx, which was retired in March 2026: holes that are found in it stay open."
                      .formatted(ingress.host()),
                  "Move to a controller that is maintained, or to a route of the Gateway API. Where"
                      + " another one serves this class, say so (controller: other).")
              .about(ref));
    }
  }

  private void render(HttpRoute route, String name) {
    add(
        Types.HTTP_ROUTE,
        name,
        Mapping.EMPTY,
        route.spec(names.service(first()), first().ports().get(0)));
    ObjectRef ref = new ObjectRef(Types.HTTP_ROUTE, target.namespace(), name);
    if (!target.cluster().has(Api.GATEWAY_API)) {
      out.notice(
          Notice.error(
                  "api-not-installed",
                  "Route '%s' is of the Gateway API, which cluster '%s' does not have."
                      .formatted(name, target.cluster().name()),
                  "Install it and declare it (installed: [gateway-api]), or use an ingress.")
              .about(ref));
    }
    if (route.sessionCookie().isPresent()) {
      out.notice(
          Notice.warning(
                  SESSIONS,
                  "Route '%s' keeps sessions on their pods by sessionPersistence, a field of the Gateway API's experimental channel that its release 1.7 deprecates."
                      .formatted(name),
                  "See that the cluster has the definitions of that channel, and that its Gateway"
                      + " implements the field: others drop it, or refuse it.")
              .about(ref));
    }
  }

  private void add(GroupVersionKind type, String name, Mapping annotations, Mapping spec) {
    out.object(
        target.object(type, name, names.labels(), annotations, Mapping.of("spec", spec), origin));
  }
}
