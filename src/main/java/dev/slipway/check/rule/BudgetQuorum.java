package dev.slipway.check.rule;

import dev.slipway.check.Budget;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice.Severity;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A workload's budget keeps the quorum that is declared of it. */
final class BudgetQuorum implements Rule {

  @Override
  public String id() {
    return "budget-quorum";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    Declaration.@Nullable Quorum quorum = facts.quorum(object);
    OptionalLong pods = quorum == null ? OptionalLong.empty() : facts.scaling().fewest(object);
    if (quorum == null || pods.isEmpty()) {
      return;
    }
    String needed =
        "%s needs %s of its %s".formatted(object, quorum.minAvailable(), pods.getAsLong());
    String why = quorum.why().isEmpty() ? "" : " (" + quorum.why() + ")";
    List<Budget> budgets = facts.budgets(object);
    if (budgets.isEmpty()) {
      out.add(
          FieldPath.of("spec"),
          needed + " pods" + why + ", and no PodDisruptionBudget keeps them.");
      return;
    }
    for (Budget budget : budgets) {
      OptionalLong kept = budget.kept(pods.getAsLong());
      if (kept.isEmpty() || kept.getAsLong() >= quorum.minAvailable()) {
        return;
      }
    }
    Budget budget = budgets.get(0);
    out.add(
        FieldPath.of("spec"),
        "%s pods%s, and PodDisruptionBudget '%s' keeps %s (%s)."
            .formatted(
                needed,
                why,
                budget.object().name(),
                budget.kept(pods.getAsLong()).orElse(0),
                budget.written()));
  }

  @Override
  public RuleText text() {
    return RuleText.of("A workload's budget keeps the quorum that is declared of it.")
        .why(
            "A drain takes as many pods at once as budgets allow. With fewer than its quorum the"
                + " workload refuses writes, or loses them.")
        .remedy(
            "Give it a budget that keeps the quorum and lets one pod go; where no budget does both,"
                + " run one pod more.")
        .failing(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: cache
              annotations: {slipway.dev/quorum: "4"}
            spec:
              replicas: 5
              selector:
                matchLabels: {app: cache}
              template:
                metadata:
                  labels: {app: cache}
                spec:
                  containers:
                  - name: cache
                    image: registry.example.com/cache:0.5.0
                    resources:
                      requests: {cpu: 100m, memory: 256Mi}
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata:
              name: cache
            spec:
              minAvailable: 3
              selector:
                matchLabels: {app: cache}
            """,
            "spec",
            "StatefulSet 'cache' needs 4 of its 5 pods, and PodDisruptionBudget 'cache' keeps 3"
                + " (minAvailable: 3).")
        .passing(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: cache
              annotations: {slipway.dev/quorum: "4"}
            spec:
              replicas: 5
              selector:
                matchLabels: {app: cache}
              template:
                metadata:
                  labels: {app: cache}
                spec:
                  containers:
                  - name: cache
                    image: registry.example.com/cache:0.5.0
                    resources:
                      requests: {cpu: 100m, memory: 256Mi}
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata:
              name: cache
            spec:
              minAvailable: 4
              selector:
                matchLabels: {app: cache}
            """);
  }
}
