package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Reference;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.target.Notice.Severity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The Services that an Ingress sends requests to are there. */
final class DanglingIngress implements Rule {

  @Override
  public String id() {
    return "dangling-ingress";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public boolean misses() {
    return true;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    Set<String> told = new HashSet<>();
    for (Backend backend : Backend.of(object)) {
      Reference service =
          new Reference(Kinds.SERVICE, backend.service(), Optional.empty(), backend.path());
      if (facts.judge(service, object) == Reference.Answer.NO_OBJECT
          && !facts.mayBeMade(backend.service(), object.namespace())
          && told.add(backend.service())) {
        out.add(
            backend.path(),
            "%s sends requests to Service '%s', which is not there."
                .formatted(object, backend.service()));
      }
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("The Services that an Ingress sends requests to are there.")
        .why("The controller answers such requests itself, mostly with 503.")
        .remedy(
            "Add the Service or mend the name. If it is in the cluster already, declare it:"
                + " slipway.dev/existing on the Ingress takes Service/name.")
        .failing(
            Examples.deployment("replicas: 2") + Examples.service("{port: 80}") + ingress("wbe"),
            "spec.rules[0].http.paths[0].backend.service.name",
            "Ingress 'web' sends requests to Service 'wbe', which is not there.")
        .passing(
            Examples.deployment("replicas: 2") + Examples.service("{port: 80}") + ingress("web"));
  }

  private static String ingress(String service) {
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
                name: %s
                port: {number: 80}
    """
        .formatted(service);
  }
}
