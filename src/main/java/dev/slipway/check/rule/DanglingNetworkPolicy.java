package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Selector;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;

/** Every NetworkPolicy selects pods. */
final class DanglingNetworkPolicy implements Rule {

  @Override
  public String id() {
    return "dangling-network-policy";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public boolean misses() {
    return true;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (!object.is(Kinds.NETWORK_POLICY)) {
      return;
    }
    Selector selector = Selector.of(object.spec().mapping("podSelector"));
    // One that only excludes is for pods that are yet to come, such as those of an operator.
    if (selector.namesPods() && facts.selectsNone(selector, object.namespace())) {
      out.add(
          FieldPath.of("spec", "podSelector"),
          "NetworkPolicy '%s' selects pods with %s, and there are none."
              .formatted(object.name(), selector));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every NetworkPolicy selects pods.")
        .why(
            "A policy that selects nothing protects nothing: the pods that it was meant for take"
                + " connections from everywhere, and nobody notices.")
        .remedy("Give it the labels of the pods that it is for, or remove it.")
        .failing(
            policy("wbe"),
            "spec.podSelector",
            "NetworkPolicy 'web' selects pods with app=wbe, and there are none.")
        .passing(policy("web"));
  }

  private static String policy(String app) {
    return Examples.pod("imagePullPolicy: IfNotPresent")
        + """
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: web
        spec:
          podSelector:
            matchLabels: {app: %s}
          policyTypes: [Ingress]
        """
            .formatted(app);
  }
}
