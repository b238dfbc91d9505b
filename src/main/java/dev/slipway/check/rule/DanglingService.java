package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Selector;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;

/** Every Service with a selector selects pods. */
final class DanglingService implements Rule {

  @Override
  public String id() {
    return "dangling-service";
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
    if (!object.is(Kinds.SERVICE) || "ExternalName".equals(object.spec().string("type"))) {
      return;
    }
    Selector selector = Selector.ofLabels(object.spec().mapping("selector"));
    if (!selector.isEmpty() && facts.selectsNone(selector, object.namespace())) {
      out.add(
          FieldPath.of("spec", "selector"),
          "Service '%s' selects pods with %s, and there are none."
              .formatted(object.name(), selector));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every Service with a selector selects pods.")
        .why("A Service without pods refuses every connection.")
        .remedy("Give the Service the labels of the pods that it is for, or remove it.")
        .failing(
            service("wbe"),
            "spec.selector",
            "Service 'web' selects pods with app=wbe, and there are none.")
        .passing(service("web"));
  }

  private static String service(String app) {
    return Examples.pod("imagePullPolicy: IfNotPresent")
        + """
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector: {app: %s}
          ports:
          - port: 80
        """
            .formatted(app);
  }
}
