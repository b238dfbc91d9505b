package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;
import org.jspecify.annotations.Nullable;

/** A workload that an autoscaler scales says nothing of replicas. */
final class AutoscaledReplicas implements Rule {
  private static final String AUTOSCALER =
      """
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata:
        name: web
      spec:
        scaleTargetRef:
          apiVersion: apps/v1
          kind: Deployment
          name: web
        minReplicas: 2
        maxReplicas: 10
      """;

  @Override
  public String id() {
    return "autoscaled-replicas";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    @Nullable Long replicas = object.spec().integer("replicas");
    if (replicas == null || object.isLive()) {
      return; // a live workload has the number that its autoscaler set
    }
    @Nullable Subject autoscaler = facts.scaling().autoscaler(object);
    if (autoscaler != null) {
      out.add(
          FieldPath.of("spec", "replicas"),
          "%s has %s replicas, and %s sets their number.".formatted(object, replicas, autoscaler));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("A workload that an autoscaler scales says nothing of replicas.")
        .why(
            "Whenever the manifest is applied, the number of pods goes back to what it says: in"
                + " the middle of the day's load, most of them stop at once.")
        .remedy("Take replicas out of the workload; the autoscaler starts at its minimum.")
        .failing(
            Examples.deployment("replicas: 2") + AUTOSCALER,
            "spec.replicas",
            "Deployment 'web' has 2 replicas, and HorizontalPodAutoscaler 'web' sets their number.")
        .passing(Examples.deployment("minReadySeconds: 10") + AUTOSCALER);
  }
}
