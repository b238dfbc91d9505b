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
import org.jspecify.annotations.Nullable;

/** No ConfigMap holds a secret. */
final class SecretInConfigMap implements Rule {

  @Override
  public String id() {
    return "secret-in-config-map";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (!object.is(Kinds.CONFIG_MAP)) {
      return;
    }
    Mapping data = object.body().mapping("data");
    for (int i = 0; i < data.size(); i++) {
      @Nullable String what = data.value(i) instanceof Text text ? secret(data.key(i), text) : null;
      if (what != null) {
        out.add(
            FieldPath.of("data", data.key(i)),
            "Key '%s' of ConfigMap '%s' holds %s.".formatted(data.key(i), object.name(), what));
      }
    }
  }

  private static @Nullable String secret(String key, Text text) {
    @Nullable String value = text.value();
    if (text.isSecret() || value == null) {
      return text.isSecret() ? "a secret" : null;
    }
    @Nullable String kind = Credentials.kind(value);
    return kind == null && Credentials.isNamedSecret(key, value) ? "a secret" : kind;
  }

  @Override
  public RuleText text() {
    return RuleText.of("No ConfigMap holds a secret.")
        .why(
            "ConfigMaps are read by many who may not read Secrets, and clusters that encrypt"
                + " Secrets keep ConfigMaps as they are.")
        .remedy("Keep it in a Secret, and mount that or name its key.")
        .failing(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: shop
            data:
              LOG_LEVEL: info
              tls.key: |
                -----BEGIN PRIVATE KEY-----
                MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg
                -----END PRIVATE KEY-----
            """,
            "data[\"tls.key\"]",
            "Key 'tls.key' of ConfigMap 'shop' holds a private key.")
        .passing(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: shop
            data:
              LOG_LEVEL: info
              TLS_KEY_FILE: /etc/shop/tls/tls.key
            """);
  }
}
