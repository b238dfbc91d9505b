package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.check.schema.Fault;
import dev.slipway.target.Notice.Severity;

/** Every object has the fields that the Kubernetes API requires. */
final class MissingField implements Rule {

  @Override
  public String id() {
    return "missing-field";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    SchemaFaults.tell(object, facts, Fault.What.MISSING_FIELD, out);
  }

  @Override
  public RuleText text() {
    return RuleText.of(
            "Every object has the fields that the Kubernetes API requires, or the definition of a"
                + " custom resource.")
        .why("The API server refuses the object.")
        .remedy("Add it.")
        .failing(
            service("name: http"),
            "spec.ports[0].port",
            "A ServicePort has no 'port', which it must have.")
        .passing(service("port: 80"));
  }

  private static String service(String port) {
    return """
    apiVersion: v1
    kind: Service
    metadata:
      name: shop
    spec:
      type: ExternalName
      externalName: shop.example.com
      ports:
      - %s
    """
        .formatted(port);
  }
}
