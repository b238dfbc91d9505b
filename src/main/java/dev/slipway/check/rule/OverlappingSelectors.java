package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Selector;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;

/** A workload selects its own pods alone. */
final class OverlappingSelectors implements Rule {

  @Override
  public String id() {
    return "overlapping-selectors";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (!Workloads.haveSelector(object)) {
      return;
    }
    Selector selector = Selector.of(object.spec().mapping("selector"));
    if (selector.isEmpty()) {
      return;
    }
    for (Subject other : facts.selected(selector, object.namespace())) {
      if (other != object
          && other.namespace().equals(object.namespace())
          && Workloads.haveSelector(other)) {
        out.add(
            FieldPath.of("spec", "selector"),
            "%s selects pods with %s, and those of %s are such, too."
                .formatted(object, selector, other));
        return;
      }
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("A workload selects its own pods alone.")
        .why(
            "What goes by a workload's selector counts the pods of both: its autoscaler, its"
                + " budget, and whoever asks for its pods. Controllers may take each other's pods"
                + " for their own.")
        .remedy(
            "Give the pods of each a label of their own, such as app.kubernetes.io/component, and"
                + " select it; a selector cannot be changed, so the workload must be made anew.")
        .failing(
            Examples.deployment("replicas: 2") + "---\n" + worker("app: web, part: worker"),
            "spec.selector",
            "Deployment 'web' selects pods with app=web, and those of Deployment 'worker' are such,"
                + " too.")
        .passing(Examples.deployment("replicas: 2") + "---\n" + worker("app: worker"));
  }

  private static String worker(String labels) {
    return Examples.deployment("replicas: 2")
        .replace("  name: web\nspec", "  name: worker\nspec")
        .replace("app: web", labels);
  }
}
