package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.check.schema.Fault;
import dev.slipway.target.Notice.Severity;

/** Every field has a value that the Kubernetes API takes there. */
final class WrongValue implements Rule {

  @Override
  public String id() {
    return "wrong-value";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    SchemaFaults.tell(object, facts, Fault.What.WRONG_VALUE, out);
  }

  @Override
  public RuleText text() {
    return RuleText.of(
            "Every field has a value that the Kubernetes API takes there, or the definition of a"
                + " custom resource.")
        .why("The API server cannot read the object, and refuses it.")
        .remedy("Write it as the field takes it.")
        .failing(
            Examples.deployment("replicas: '2'"),
            "spec.replicas",
            "'replicas' takes an integer, and has a string, '2'.")
        .passing(Examples.deployment("replicas: 2"));
  }
}
