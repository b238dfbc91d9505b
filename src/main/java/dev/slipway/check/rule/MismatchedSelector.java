package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Selector;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;

/** A workload selects the pods that it makes. */
final class MismatchedSelector implements Rule {
  private static final String WRONG = "matchLabels: {app: wbe}";

  @Override
  public String id() {
    return "mismatched-selector";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (!Workloads.haveSelector(object) || object.pod() == null) {
      return;
    }
    Selector selector = Selector.of(object.spec().mapping("selector"));
    if (!selector.isEmpty() && !selector.matches(Selector.strings(object.pod().labels()))) {
      out.add(
          FieldPath.of("spec", "selector"),
          "%s selects pods with %s, and those that it makes are not such."
              .formatted(object, selector));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("A workload selects the pods that it makes.")
        .why("The API server refuses it.")
        .remedy("Give the pod template the labels that the selector asks for.")
        .failing(
            Examples.deployment("replicas: 2").replace("matchLabels: {app: web}", WRONG),
            "spec.selector",
            "Deployment 'web' selects pods with app=wbe, and those that it makes are not such.")
        .passing(Examples.deployment("replicas: 2"));
  }
}
