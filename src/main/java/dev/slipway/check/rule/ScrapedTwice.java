package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Notice.Severity;

/** A HyperbytedbCluster's pods are scraped by a ServiceMonitor or by annotations, not by both. */
final class ScrapedTwice implements Rule {
  private static final String SCRAPE = "prometheus.io/scrape";

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
    if (!Hyperbytedb.is(object) || !Hyperbytedb.isMonitored(object)) {
      return;
    }
    Mapping annotations = object.spec().mapping("podAnnotations");
    if ("true".equals(annotations.string(SCRAPE))) {
      out.add(
          FieldPath.of("spec", "podAnnotations", SCRAPE),
          "The pods of %s have annotation %s, and its operator makes a ServiceMonitor for them."
              .formatted(object, SCRAPE));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("Pods are scraped by a ServiceMonitor or by annotations, not by both.")
        .why(
            "Where Prometheus goes by both, every sample is there twice under two jobs: sums and"
                + " rates over them are double, and alerts fire twice.")
        .remedy("Remove the annotations, or set monitoring.serviceMonitor to false.")
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
