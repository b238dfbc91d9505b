package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.check.schema.Fault;
import dev.slipway.target.Notice.Severity;

/** Every object is of a kind that the cluster's version of Kubernetes serves. */
final class UnservedKind implements Rule {

  @Override
  public String id() {
    return "unserved-kind";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (!object.is(Kinds.POD_SECURITY_POLICY)) { // which has a rule of its own
      SchemaFaults.tell(object, facts, Fault.What.UNSERVED_KIND, out);
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of(
            "Every object is of a kind that the cluster's version of Kubernetes serves, or the"
                + " definition of a custom resource.")
        .why("The API server does not know the kind, and nothing of the object comes to be.")
        .remedy("Write it in an API version that is served.")
        .on(
            """
            cluster: {name: prod, kubernetes: "1.34"}
            """)
        .failing(
            budget("v1beta1"),
            "apiVersion",
            "PodDisruptionBudget 'policy/v1beta1' ended with Kubernetes 1.24; the cluster has"
                + " 1.34.")
        .passing(budget("v1"));
  }

  private static String budget(String version) {
    return """
    apiVersion: policy/%s
    kind: PodDisruptionBudget
    metadata:
      name: shop
    spec:
      maxUnavailable: 1
    """
        .formatted(version);
  }
}
