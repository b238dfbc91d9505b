package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice.Severity;

/** What an application as given lacks of strict defaults is said. */
final class AsGiven implements Rule {

  @Override
  public String id() {
    return "as-given";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    for (Declaration.LeftOut addition : facts.leftOut(object)) {
      out.add(
          addition.field(),
          "Strict defaults would add %s: %s.".formatted(addition.addition(), addition.why()));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("An application has what strict defaults add.")
        .why(
            "With 'defaults: as-given' it is rendered as its text or chart has it, and no more, so"
                + " that the two can be compared. What it goes without is said once for each of the"
                + " strict defaults, with what that one is for. Only 'slipway check' looks for it.")
        .remedy(
            "Leave 'defaults: as-given' out, patch in what you want of it, or waive this with your"
                + " reason.")
        .failing(
            environment("as-given"),
            "metadata.labels[\"app.kubernetes.io/name\"]",
            "Strict defaults would add 'app.kubernetes.io/name', 'app.kubernetes.io/instance',"
                + " 'app.kubernetes.io/version', 'app.kubernetes.io/part-of' and"
                + " 'app.kubernetes.io/managed-by': tools find and group objects by the standard"
                + " labels.")
        .passing(environment("strict"));
  }

  private static String environment(String defaults) {
    return """
    environment: metrics
    cluster:
      name: metrics
      kubernetes: "1.34"
      installed: [hyperbytedb.hyperbyte.cloud/v1alpha1]
      nodeGroups:
      - {name: apps, machine: {cpu: 4, memory: 16Gi}, nodes: 2}
    applications:
    - name: metrics
      system: hyperbytedb
      defaults: %s
      spec:
        image: registry.example.com/hyperbytedb:1.0.0
        version: "1.0.0"
        resources: {requests: {cpu: 250m, memory: 512Mi}}
    """
        .formatted(defaults);
  }
}
