package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Text;
import dev.slipway.target.Notice.Severity;
import java.util.Locale;

/** A server's certificate stands with its key in a Secret. */
final class CertificateInConfigMap implements Rule {

  @Override
  public String id() {
    return "certificate-in-config-map";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (!object.is(Kinds.CONFIG_MAP)) {
      return;
    }
    Mapping data = object.body().mapping("data");
    for (int i = 0; i < data.size(); i++) {
      if (data.value(i) instanceof Text text
          && text.value() != null
          && Credentials.isCertificate(text.value())
          && !isAuthority(data.key(i))) {
        out.add(
            FieldPath.of("data", data.key(i)),
            "Key '%s' of ConfigMap '%s' holds a certificate."
                .formatted(data.key(i), object.name()));
      }
    }
  }

  /** Whether a key's name says that it is for whom to trust, which everybody may know. */
  private static boolean isAuthority(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return name.startsWith("ca")
        || name.contains("-ca")
        || name.contains("_ca")
        || name.contains("bundle")
        || name.contains("root")
        || name.contains("trust");
  }

  @Override
  public RuleText text() {
    return RuleText.of("A server's certificate stands with its key in a Secret.")
        .why(
            "A certificate and its key are renewed together. In two objects they change at two"
                + " moments, and a server that starts between them has two halves that do not fit."
                + " Certificates of authorities, whose keys are named so (ca.crt), are left alone.")
        .remedy("Keep it in a Secret as tls.crt, beside tls.key, and mount that.")
        .failing(
            configMap("tls.crt"),
            "data[\"tls.crt\"]",
            "Key 'tls.crt' of ConfigMap 'shop' holds a certificate.")
        .passing(configMap("ca.crt"));
  }

  private static String configMap(String key) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: shop
    data:
      %s: |
        -----BEGIN CERTIFICATE-----
        MIIBhTCCASugAwIBAgIQIRi6zePL6mKjOipn+dNuaTAKBggq
        -----END CERTIFICATE-----
    """
        .formatted(key);
  }
}
