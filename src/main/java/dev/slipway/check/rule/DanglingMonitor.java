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

/** Every ServiceMonitor and PodMonitor selects something. */
final class DanglingMonitor implements Rule {

  @Override
  public String id() {
    return "dangling-monitor";
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
    if (!Monitors.is(object) || !Monitors.staysAtHome(object)) {
      return;
    }
    Selector selector = Monitors.selector(object);
    boolean none =
        object.is(Kinds.POD_MONITOR)
            ? facts.selectsNone(selector, object.namespace())
            : Monitors.selected(object, facts).isEmpty()
                && facts.selectsNone(selector, object.namespace());
    if (none && selector.namesPods()) {
      out.add(
          FieldPath.of("spec", "selector"),
          "%s selects %s with %s, and there are none."
              .formatted(object, object.is(Kinds.POD_MONITOR) ? "pods" : "Services", selector));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every ServiceMonitor and PodMonitor selects something.")
        .why("Nothing is scraped, and the alerts that go by its metrics stay silent.")
        .remedy(
            "Give it the labels of the Services themselves, not those of their pods; or remove it.")
        .failing(
            Examples.deployment("replicas: 2")
                + Examples.service("{name: http, port: 80}")
                + monitor("wbe"),
            "spec.selector",
            "ServiceMonitor 'web' selects Services with app=wbe, and there are none.")
        .passing(
            Examples.deployment("replicas: 2")
                + Examples.service("{name: http, port: 80}")
                + monitor("web"));
  }

  private static String monitor(String app) {
    return """
    ---
    apiVersion: monitoring.coreos.com/v1
    kind: ServiceMonitor
    metadata:
      name: web
    spec:
      selector:
        matchLabels: {app: %s}
      endpoints:
      - port: http
    """
        .formatted(app);
  }
}
