package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.target.Notice.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ports that an Ingress sends requests to are those of its Services. */
final class IngressPort implements Rule {

  @Override
  public String id() {
    return "ingress-port";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    for (Backend backend : Backend.of(object)) {
      @Nullable Subject service = facts.find(Kinds.SERVICE, object.namespace(), backend.service());
      if (service != null && backend.port() != null && !has(service, backend.port())) {
        out.add(
            backend.portPath(),
            "%s sends requests to port %s of Service '%s', which has %s."
                .formatted(object, shown(backend.port()), backend.service(), ports(service)));
      }
    }
  }

  /** What has no ports to look at has every one: such a Service is a name in DNS. */
  private static boolean has(Subject service, Node wanted) {
    @Nullable String name = Ports.name(wanted);
    @Nullable Long number = Ports.number(wanted);
    Seq ports = service.spec().seq("ports");
    for (Node node : ports) {
      if (node instanceof Mapping port
          && (name != null
              ? name.equals(port.string("name"))
              : number == null || number.equals(port.integer("port")))) {
        return true;
      }
    }
    return ports.isEmpty();
  }

  private static String shown(Node port) {
    @Nullable String name = Ports.name(port);
    return name == null ? port.toString() : "'" + name + "'";
  }

  private static String ports(Subject service) {
    List<String> shown = new ArrayList<>();
    for (Node node : service.spec().seq("ports")) {
      if (node instanceof Mapping port) {
        @Nullable String name = port.string("name");
        shown.add(port.get("port") + (name == null ? "" : " ('" + name + "')"));
      }
    }
    return Wording.listed(shown);
  }

  @Override
  public RuleText text() {
    return RuleText.of("The ports that an Ingress sends requests to are those of its Services.")
        .why("The controller finds no endpoint, and answers such requests itself with 503.")
        .remedy(
            "Give a port of the Service itself, by its name or number; which port of the container"
                + " that is, the Service says.")
        .failing(
            Examples.deployment("replicas: 2") + Examples.service("{port: 80}") + ingress(8080),
            "spec.rules[0].http.paths[0].backend.service.port.number",
            "Ingress 'web' sends requests to port 8080 of Service 'web', which has 80.")
        .passing(Examples.deployment("replicas: 2") + Examples.service("{port: 80}") + ingress(80));
  }

  private static String ingress(int port) {
    return """
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
    spec:
      rules:
      - host: shop.example.com
        http:
          paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web
                port: {number: %s}
    """
        .formatted(port);
  }
}
