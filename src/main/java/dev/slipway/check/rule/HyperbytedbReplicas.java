package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;
import org.jspecify.annotations.Nullable;

/** A HyperbytedbCluster has replicas or an autoscaler of its own, not both. */
final class HyperbytedbReplicas implements Rule {

  @Override
  public String id() {
    return "hyperbytedb-replicas";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (!Hyperbytedb.is(object) || !Hyperbytedb.isAutoscaled(object)) {
      return;
    }
    @Nullable Long replicas = object.spec().integer("replicas");
    if (replicas != null) {
      out.add(
          FieldPath.of("spec", "replicas"),
          "%s has %s replicas, and an autoscaler of its own sets their number."
              .formatted(object, replicas));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("A HyperbytedbCluster has replicas or its own autoscaler, not both.")
        .why(
            "The operator sets the number of pods back to replicas whenever it looks, and the"
                + " autoscaler changes it again: each undoes what the other has done.")
        .remedy("Switch autoscaling off, or leave replicas out.")
        .failing(
            cluster("replicas: 5"),
            "spec.replicas",
            "HyperbytedbCluster 'metrics' has 5 replicas, and an autoscaler of its own sets their"
                + " number.")
        .passing(cluster("paused: false"));
  }

  private static String cluster(String line) {
    return """
    apiVersion: hyperbytedb.hyperbyte.cloud/v1alpha1
    kind: HyperbytedbCluster
    metadata:
      name: metrics
    spec:
      %s
      image: registry.example.com/hyperbytedb:1.0.0
      version: "1.0.0"
      autoscaling: {enabled: true, minReplicas: 3, maxReplicas: 10}
    """
        .formatted(line);
  }
}
