package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Reference;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Selector;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Service that a StatefulSet names gives its pods their names. */
final class GoverningService implements Rule {
  private static final FieldPath PATH = FieldPath.of("spec", "serviceName");

  @Override
  public String id() {
    return "governing-service";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public boolean misses() {
    return true;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    @Nullable String name = object.spec().string("serviceName");
    if (!object.is(Kinds.STATEFUL_SET) || object.pod() == null || name == null || name.isEmpty()) {
      return;
    }
    Reference reference = new Reference(Kinds.SERVICE, name, Optional.empty(), PATH);
    @Nullable Subject service = facts.find(Kinds.SERVICE, object.namespace(), name);
    if (service == null) {
      if (facts.judge(reference, object) == Reference.Answer.NO_OBJECT
          && !facts.mayBeMade(name, object.namespace())) {
        tell(
            object, "has its pods named by Service '%s', which is not there.".formatted(name), out);
      }
    } else if (!"None".equals(service.spec().string("clusterIP"))) {
      tell(object, "has its pods named by %s, which is not headless.".formatted(service), out);
    } else if (!Selector.ofLabels(service.spec().mapping("selector"))
        .matches(Selector.strings(object.pod().labels()))) {
      tell(object, "has its pods named by %s, which does not select them.".formatted(service), out);
    }
  }

  private static void tell(Subject object, String what, Findings out) {
    out.add(PATH, object + " " + what);
  }

  @Override
  public RuleText text() {
    return RuleText.of("The Service that a StatefulSet names gives its pods their names.")
        .why(
            "Without it, or where it is not headless, no pod has a name in DNS: members of a"
                + " cluster do not find each other.")
        .remedy("Add a Service with clusterIP: None that selects the pods, or mend serviceName.")
        .failing(
            cache("cache"),
            "spec.serviceName",
            "StatefulSet 'cache' has its pods named by Service 'cache', which is not headless.")
        .passing(cache("cache-headless"));
  }

  private static String cache(String service) {
    return """
    apiVersion: v1
    kind: Service
    metadata:
      name: cache
    spec:
      selector: {app: cache}
      ports:
      - port: 8080
    ---
    apiVersion: v1
    kind: Service
    metadata:
      name: cache-headless
    spec:
      clusterIP: None
      selector: {app: cache}
      ports:
      - port: 8080
    ---
    apiVersion: apps/v1
    kind: StatefulSet
    metadata:
      name: cache
    spec:
      replicas: 3
      serviceName: %s
      selector:
        matchLabels: {app: cache}
      template:
        metadata:
          labels: {app: cache}
        spec:
          containers:
          - name: cache
            image: registry.example.com/cache:0.5.0
            resources:
              requests: {cpu: 100m, memory: 256Mi}
    """
        .formatted(service);
  }
}
