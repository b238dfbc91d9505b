package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Selector;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Notice.Severity;
import java.util.Optional;

/** Pods are scraped by a monitor or by annotations, not by both. */
final class ScrapedTwice implements Rule {
  private static final String SCRAPE = "prometheus.io/scrape";
  private static final String PORT = "prometheus.io/port";

  @Override
  public String id() {
    return "scraped-twice";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (Hyperbytedb.is(object)) {
      cluster(object, out);
    } else if (object.is(Kinds.SERVICE) && isScraped(object.annotations())) {
      FieldPath at = FieldPath.of("metadata", "annotations", SCRAPE);
      monitorOf(object, object.annotations(), facts)
          .ifPresent(
              monitor ->
                  out.add(
                      at,
                      "%s has annotation %s, and %s selects it."
                          .formatted(object, SCRAPE, monitor)));
    } else if (object.pod() != null) {
      Mapping annotations = object.pod().template().metadata().mapping("annotations");
      if (isScraped(annotations)) {
        FieldPath at = object.pod().metadataPath().key("annotations").key(SCRAPE);
        pods(object, annotations, at, facts, out);
      }
    }
  }

  private static void cluster(Subject object, Findings out) {
    Mapping annotations = object.spec().mapping("podAnnotations");
    if (Hyperbytedb.isMonitored(object) && isScraped(annotations)) {
      out.add(
          FieldPath.of("spec", "podAnnotations", SCRAPE),
          "The pods of %s have annotation %s, and its operator makes a ServiceMonitor for them."
              .formatted(object, SCRAPE));
    }
  }

  private static void pods(
      Subject object, Mapping annotations, FieldPath at, Facts facts, Findings out) {
    for (Subject monitor : facts.ofKind(Kinds.POD_MONITOR)) {
      if (Monitors.selected(monitor, facts).contains(object)
          && Monitors.mayAsk(monitor, object, annotations.string(PORT))) {
        out.add(at, tell(object, monitor.toString()));
        return;
      }
    }
    if (facts.ofKind(Kinds.SERVICE_MONITOR).isEmpty()) {
      return;
    }
    for (Subject service : facts.ofKind(Kinds.SERVICE)) {
      Selector selector = Selector.ofLabels(service.spec().mapping("selector"));
      if (!selector.isEmpty() && facts.selected(selector, service.namespace()).contains(object)) {
        Optional<Subject> monitor = monitorOf(service, annotations, facts);
        if (monitor.isPresent()) {
          out.add(at, tell(object, monitor.get() + " by " + service));
          return;
        }
      }
    }
  }

  private static String tell(Subject object, String monitor) {
    return "The pods of %s have annotation %s, and %s selects them."
        .formatted(object, SCRAPE, monitor);
  }

  /** The monitor that asks a Service at the port that annotations name, too. */
  private static Optional<Subject> monitorOf(Subject service, Mapping annotations, Facts facts) {
    for (Subject monitor : facts.ofKind(Kinds.SERVICE_MONITOR)) {
      if (Monitors.selected(monitor, facts).contains(service)
          && Monitors.mayAsk(monitor, service, annotations.string(PORT))) {
        return Optional.of(monitor);
      }
    }
    return Optional.empty();
  }

  private static boolean isScraped(Mapping annotations) {
    return "true".equals(annotations.string(SCRAPE));
  }

  @Override
  public RuleText text() {
    return RuleText.of("Pods are scraped by a monitor or by annotations, not by both.")
        .why(
            "Where Prometheus goes by both, every sample is there twice under two jobs: sums and"
                + " rates over them are double, and alerts fire twice.")
        .remedy(
            "Remove the annotations, or the monitor; of a HyperbytedbCluster, set"
                + " monitoring.serviceMonitor to false.")
        .failing(
            cluster("true"),
            "spec.podAnnotations[\"prometheus.io/scrape\"]",
            "The pods of HyperbytedbCluster 'metrics' have annotation prometheus.io/scrape, and its"
                + " operator makes a ServiceMonitor for them.")
        .passing(cluster("false"));
  }

  private static String cluster(String serviceMonitor) {
    return """
    apiVersion: hyperbytedb.hyperbyte.cloud/v1alpha1
    kind: HyperbytedbCluster
    metadata:
      name: metrics
    spec:
      replicas: 3
      image: registry.example.com/hyperbytedb:1.0.0
      version: "1.0.0"
      monitoring:
        enabled: true
        serviceMonitor: %s
      podAnnotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: "8086"
    """
        .formatted(serviceMonitor);
  }
}
