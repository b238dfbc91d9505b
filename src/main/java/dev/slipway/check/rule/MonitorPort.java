package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.target.Notice.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ports that a monitor asks are those of what it selects. */
final class MonitorPort implements Rule {
  private static final String MONITOR =
      """
      ---
      apiVersion: monitoring.coreos.com/v1
      kind: ServiceMonitor
      metadata:
        name: web
      spec:
        selector:
          matchLabels: {app: web}
        endpoints:
        - port: http
      """;

  @Override
  public String id() {
    return "monitor-port";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (!Monitors.is(object)) {
      return;
    }
    List<Subject> selected = Monitors.selected(object, facts);
    String list = Monitors.endpoints(object);
    Seq endpoints = object.spec().seq(list);
    for (int i = 0; i < endpoints.size() && !selected.isEmpty(); i++) {
      @Nullable String port =
          endpoints.get(i) instanceof Mapping endpoint ? endpoint.string("port") : null;
      if (port != null && !isThere(object, selected, port)) {
        out.add(
            FieldPath.of("spec", list).index(i).key("port"),
            "%s asks port '%s', and %s has none of that name."
                .formatted(object, port, Wording.listed(selected)));
      }
    }
  }

  private static boolean isThere(Subject monitor, List<Subject> selected, String port) {
    if (monitor.is(Kinds.POD_MONITOR)) {
      return Ports.anyIsNamed(selected, port, Ports.TCP);
    }
    for (Subject service : selected) {
      for (Node node : service.spec().seq("ports")) {
        if (node instanceof Mapping written && port.equals(written.string("name"))) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public RuleText text() {
    return RuleText.of("The ports that a monitor asks are those of what it selects.")
        .why("Nothing is scraped, and the alerts that go by its metrics stay silent.")
        .remedy(
            "Give the name of a port: of the Service's where it is a ServiceMonitor, of the"
                + " container's where it is a PodMonitor.")
        .failing(
            Examples.deployment("replicas: 2") + Examples.service("{port: 80}") + MONITOR,
            "spec.endpoints[0].port",
            "ServiceMonitor 'web' asks port 'http', and Service 'web' has none of that name.")
        .passing(
            Examples.deployment("replicas: 2")
                + Examples.service("{name: http, port: 80}")
                + MONITOR);
  }
}
