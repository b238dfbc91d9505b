package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.target.Notice.Severity;

/** Every waiver waives something. Told by those who apply waivers, when all else is found. */
final class UnusedWaiver implements Rule {

  @Override
  public String id() {
    return "unused-waiver";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {}

  @Override
  public RuleText text() {
    return RuleText.of("Every waiver waives something.")
        .why(
            "A waiver that is left over hides the next finding of its rule, for a reason that has"
                + " nothing to do with it; one that is misspelt hides nothing.")
        .remedy("Remove it, or name the rule and object that it is for.")
        .failing(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              annotations:
                slipway.dev/waive.image-tag: the mirror has no other tag
            spec:
              containers:
              - name: web
                image: registry.example.com/shop:1.4.2
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
            """,
            "metadata.annotations[\"slipway.dev/waive.image-tag\"]",
            "The waiver of 'image-tag' for Pod 'web' waives nothing.")
        .passing(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              annotations:
                slipway.dev/waive.image-tag: the mirror has no other tag
            spec:
              containers:
              - name: web
                image: mirror.example.com/shop:latest
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
            """);
  }
}
