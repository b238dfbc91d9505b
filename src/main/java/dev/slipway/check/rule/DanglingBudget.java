package dev.slipway.check.rule;

import dev.slipway.check.Budget;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Selector;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;

/** Every PodDisruptionBudget selects pods. */
final class DanglingBudget implements Rule {

  @Override
  public String id() {
    return "dangling-budget";
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
    if (!object.is(Kinds.BUDGET)) {
      return;
    }
    Selector selector = new Budget(object).selector();
    if (selector.namesPods() && facts.selectsNone(selector, object.namespace())) {
      out.add(
          FieldPath.of("spec", "selector"),
          "PodDisruptionBudget '%s' selects pods with %s, and there are none."
              .formatted(object.name(), selector));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every PodDisruptionBudget selects pods.")
        .why(
            "A budget that selects nothing keeps nothing: a drain takes all pods of the workload"
                + " that it was meant for at once.")
        .remedy("Give it the labels of the pods that it is for, or remove it.")
        .failing(
            Examples.deployment("replicas: 2") + Examples.budget("web", "wbe"),
            "spec.selector",
            "PodDisruptionBudget 'web' selects pods with app=wbe, and there are none.")
        .passing(Examples.deployment("replicas: 2") + Examples.budget("web", "web"));
  }
}
