package dev.slipway.check.rule;

import dev.slipway.check.Budget;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;
import java.util.OptionalLong;

/** A disruption budget lets one pod go. */
final class BlockingBudget implements Rule {

  @Override
  public String id() {
    return "blocking-budget";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (!object.is(Kinds.BUDGET)) {
      return;
    }
    Budget budget = new Budget(object);
    OptionalLong pods = pods(budget, facts);
    OptionalLong kept = pods.isEmpty() ? pods : budget.kept(pods.getAsLong());
    if (kept.isPresent() && kept.getAsLong() >= pods.getAsLong()) {
      out.add(
          FieldPath.of("spec", budget.field()),
          "PodDisruptionBudget '%s' lets none of %s go (%s)."
              .formatted(
                  object.name(), Wording.counted(pods.getAsLong(), "pod"), budget.written()));
    }
  }

  /** How many pods there are at least; nothing where there are none, or that cannot be told. */
  private static OptionalLong pods(Budget budget, Facts facts) {
    long pods = 0;
    for (Subject workload : facts.selected(budget.selector(), budget.object().namespace())) {
      OptionalLong own = facts.scaling().fewest(workload);
      if (own.isEmpty()) {
        return own;
      }
      pods += own.getAsLong();
    }
    return pods == 0 ? OptionalLong.empty() : OptionalLong.of(pods);
  }

  @Override
  public RuleText text() {
    return RuleText.of("A disruption budget lets one pod go.")
        .why(
            "Where none may go, no node with one of the pods can be drained: upgrades of the"
                + " cluster stop there, or force their way after a while.")
        .remedy(
            "Set maxUnavailable to 1, or run one pod more; where there is but one pod, remove the"
                + " budget.")
        .failing(
            Examples.deployment("replicas: 2")
                + """
                ---
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: web
                spec:
                  minAvailable: 2
                  selector:
                    matchLabels: {app: web}
                """,
            "spec.minAvailable",
            "PodDisruptionBudget 'web' lets none of 2 pods go (minAvailable: 2).")
        .passing(
            Examples.deployment("replicas: 2")
                + """
                ---
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata:
                  name: web
                spec:
                  maxUnavailable: 1
                  selector:
                    matchLabels: {app: web}
                """);
  }
}
