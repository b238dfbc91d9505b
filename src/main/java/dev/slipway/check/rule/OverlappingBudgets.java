package dev.slipway.check.rule;

import dev.slipway.check.Budget;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.target.Notice.Severity;
import java.util.List;

/** A pod is under one disruption budget at most. */
final class OverlappingBudgets implements Rule {

  @Override
  public String id() {
    return "overlapping-budgets";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (object.pod() == null) {
      return;
    }
    List<Budget> budgets = facts.budgets(object);
    for (int i = 1; i < budgets.size(); i++) {
      Subject first = budgets.get(0).object();
      Subject other = budgets.get(i).object();
      if (first.namespace().equals(other.namespace())) {
        out.add(
            object.pod().metadataPath().key("labels"),
            "The pods of %s are under %s and %s.".formatted(object, first, other));
        return;
      }
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("A pod is under one disruption budget at most.")
        .why(
            "The API server refuses every eviction of a pod that two budgets select, so no node"
                + " with one of the pods can be drained.")
        .remedy("Remove one of the budgets, or narrow its selector.")
        .failing(
            Examples.deployment("replicas: 2")
                + Examples.budget("web", "web")
                + Examples.budget("everything", "web"),
            "spec.template.metadata.labels",
            "The pods of Deployment 'web' are under PodDisruptionBudget 'web' and"
                + " PodDisruptionBudget 'everything'.")
        .passing(Examples.deployment("replicas: 2") + Examples.budget("web", "web"));
  }
}
