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
import java.util.List;
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
    if (budget.field().isEmpty() && object.spec().has("selector")) {
      out.add(
          FieldPath.of("spec"),
          "PodDisruptionBudget '%s' says neither minAvailable nor maxUnavailable, and so lets no pod"
                  .formatted(object.name())
              + " go.");
      return;
    }
    OptionalLong pods = pods(budget, facts);
    if (pods.isEmpty() && budget.keepsAll() && !selected(budget, facts).isEmpty()) {
      out.add(
          FieldPath.of("spec", budget.field()),
          "PodDisruptionBudget '%s' lets no pod go, however many there are (%s)."
              .formatted(object.name(), budget.written()));
      return;
    }
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
    for (Subject workload : selected(budget, facts)) {
      OptionalLong own = facts.scaling().fewest(workload);
      if (own.isEmpty()) {
        return own;
      }
      pods += own.getAsLong();
    }
    return pods == 0 ? OptionalLong.empty() : OptionalLong.of(pods);
  }

  private static List<Subject> selected(Budget budget, Facts facts) {
    return facts.selected(budget.selector(), budget.object().namespace());
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
