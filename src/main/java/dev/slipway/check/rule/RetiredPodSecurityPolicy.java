package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;

/** No PodSecurityPolicy goes to a cluster of 1.25 or later. */
final class RetiredPodSecurityPolicy implements Rule {
  private static final int GONE = 25;

  @Override
  public String id() {
    return "retired-pod-security-policy";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (object.is(Kinds.POD_SECURITY_POLICY)
        && facts.cluster().isPresent()
        && facts.cluster().get().version().atLeast(GONE)) {
      out.add(
          FieldPath.of("kind"),
          "Kubernetes %s has no PodSecurityPolicy; it ended with 1.24."
              .formatted(facts.cluster().get().version()));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("No PodSecurityPolicy goes to a cluster of 1.25 or later.")
        .why("The API server does not know the kind any more, and refuses to apply the manifests.")
        .remedy(
            "Remove it, and label the namespace with the level of the Pod Security Standards that"
                + " its pods need.")
        .on(
            """
            cluster: {name: prod, kubernetes: "1.34"}
            """)
        .failing(
            """
            apiVersion: policy/v1beta1
            kind: PodSecurityPolicy
            metadata:
              name: hyperscience
            spec:
              allowedCapabilities: [SETUID, SETGID]
            """,
            "kind",
            "Kubernetes 1.34 has no PodSecurityPolicy; it ended with 1.24.")
        .passing(
            """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: hyperscience
              labels: {pod-security.kubernetes.io/enforce: baseline}
            """);
  }
}
