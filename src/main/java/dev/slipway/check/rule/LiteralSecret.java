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
import java.util.ArrayList;
import java.util.List;

/** No manifest holds a Secret's values. */
final class LiteralSecret implements Rule {
  private static final List<String> FIELDS = List.of("data", "stringData");

  @Override
  public String id() {
    return "literal-secret";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (!object.is(Kinds.SECRET) || object.isLive()) {
      return;
    }
    for (String field : FIELDS) {
      List<String> keys = known(object.body().mapping(field));
      if (!keys.isEmpty()) {
        out.add(
            FieldPath.of(field),
            "The manifests hold the values of %s of Secret '%s'; base64 hides nothing."
                .formatted(Wording.quoted(keys), object.name()));
      }
    }
  }

  /** The keys whose values can be read. */
  private static List<String> known(Mapping values) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.value(i) instanceof Text text && text.value() != null) {
        keys.add(values.key(i));
      }
    }
    return keys;
  }

  @Override
  public RuleText text() {
    return RuleText.of("No manifest holds a Secret's values.")
        .why(
            "Whoever may read the repository, the build's log or the backup of either can read the"
                + " secret, and after a rotation the old one stays in the history.")
        .remedy(
            "Keep the manifests out of version control, or take the values from a secret store, an"
                + " existing Secret or a sealed one.")
        .failing(
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: shop-db
            stringData:
              password: hunter2
            """,
            "stringData",
            "The manifests hold the values of 'password' of Secret 'shop-db'; base64 hides"
                + " nothing.")
        .passing(
            """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata:
              name: shop-db
            spec:
              secretStoreRef: {kind: ClusterSecretStore, name: vault}
              target: {name: shop-db}
              data:
              - secretKey: password
                remoteRef: {key: shop/db, property: password}
            """);
  }
}
