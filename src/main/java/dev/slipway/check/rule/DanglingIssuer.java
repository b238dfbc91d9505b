package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Reference;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Suggestions;
import dev.slipway.target.Notice.Severity;

/**
 * The issuers of cert-manager that certificates are asked of exist.
 *
 * <p>A warning, and of ClusterIssuers only where somebody tells of the cluster: they are one for
 * all, and the manifests of an application seldom have them.
 */
final class DanglingIssuer implements Rule {

  @Override
  public String id() {
    return "dangling-issuer";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public boolean misses() {
    return true;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    for (Reference issuer : Issuers.namedBy(object)) {
      if (isKnowable(issuer, facts)
          && facts.judge(issuer, object) == Reference.Answer.NO_OBJECT
          && !facts.mayBeMade(issuer.name(), object.namespace())) {
        out.add(
            issuer.path(),
            "%s asks %s '%s' for its certificate, and nothing makes it or says that it exists."
                .formatted(object, issuer.kind().kind(), issuer.name()),
            Suggestions.didYouMean(issuer.name(), facts.names(issuer.kind(), object.namespace())));
      }
    }
  }

  private static boolean isKnowable(Reference issuer, Facts facts) {
    return !issuer.kind().equals(Kinds.CLUSTER_ISSUER)
        || facts.cluster().isPresent()
        || !facts.ofKind(Kinds.CLUSTER_ISSUER).isEmpty();
  }

  @Override
  public RuleText text() {
    return RuleText.of("The issuers of cert-manager that certificates are asked of exist.")
        .why(
            "No certificate is made, and nothing fails that anybody looks at: the Ingress answers"
                + " with its controller's own certificate, and pods that mount the Secret wait for"
                + " it.")
        .remedy(
            "Add it to the manifests or mend the name. If it is in the cluster already, declare it:"
                + " an environment does among its 'existing' objects; elsewhere"
                + " slipway.dev/existing on the object takes ClusterIssuer/name or Issuer/name.")
        .failing(
            certificate("internal-ca") + issuer("internal"),
            "spec.issuerRef.name",
            "Certificate 'web' asks Issuer 'internal-ca' for its certificate, and nothing makes it"
                + " or says that it exists.")
        .passing(certificate("internal-ca") + issuer("internal-ca"));
  }

  private static String certificate(String issuer) {
    return """
    apiVersion: cert-manager.io/v1
    kind: Certificate
    metadata:
      name: web
    spec:
      secretName: web-tls
      dnsNames: [shop.example.com]
      issuerRef: {name: %s, kind: Issuer}
    """
        .formatted(issuer);
  }

  private static String issuer(String name) {
    return """
    ---
    apiVersion: cert-manager.io/v1
    kind: Issuer
    metadata:
      name: %s
    spec:
      ca: {secretName: internal-ca}
    """
        .formatted(name);
  }
}
