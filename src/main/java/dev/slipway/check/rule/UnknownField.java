package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.check.schema.Fault;
import dev.slipway.target.Notice.Severity;

/** Every field is one that the cluster's version of Kubernetes knows, where it stands. */
final class UnknownField implements Rule {

  @Override
  public String id() {
    return "unknown-field";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    SchemaFaults.tell(object, facts, Fault.What.UNKNOWN_FIELD, out);
  }

  @Override
  public RuleText text() {
    return RuleText.of(
            "Every field is one that the cluster's version of Kubernetes knows, or the definition"
                + " of a custom resource.")
        .why(
            "The API server drops a field that it does not know, or refuses the object where it is"
                + " asked to be strict, as kubectl does; either way it has no effect.")
        .remedy("Remove it, or move it to where it is known.")
        .on(
            """
            cluster: {name: prod, kubernetes: "1.34"}
            """)
        .failing(
            Examples.deployment("replica: 2"),
            "spec.replica",
            "A DeploymentSpec has no field 'replica' in Kubernetes 1.34.")
        .passing(Examples.deployment("replicas: 2"));
  }
}
