package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.target.Notice.Severity;
import org.jspecify.annotations.Nullable;

/** No environment variable has a secret as its value. */
final class SecretInEnv implements Rule {

  @Override
  public String id() {
    return "secret-in-env";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (object.pod() == null) {
      return;
    }
    for (Container container : object.pod().containers()) {
      Seq env = container.body().seq("env");
      for (int i = 0; i < env.size(); i++) {
        if (env.get(i) instanceof Mapping variable) {
          @Nullable String what = secret(variable);
          if (what != null) {
            out.add(
                container.path().key("env").index(i).key("value"),
                "Variable '%s' of container '%s' has %s as its value."
                    .formatted(variable.string("name"), container.name(), what));
          }
        }
      }
    }
  }

  private static @Nullable String secret(Mapping variable) {
    @Nullable String name = variable.string("name");
    if (name == null || !(variable.get("value") instanceof Text text)) {
      return null;
    }
    @Nullable String value = text.value();
    if (text.isSecret() || value == null) {
      return text.isSecret() ? "a secret" : null;
    }
    @Nullable String kind = Credentials.kind(value);
    if (kind == null) {
      return Credentials.isNamedSecret(name, value) ? "a secret" : null;
    }
    return kind;
  }

  @Override
  public RuleText text() {
    return RuleText.of("No environment variable has a secret as its value.")
        .why(
            "Whoever may look at the workload may read it, as may whoever reads the repository that"
                + " the manifest is kept in; and to change it, every copy must be found.")
        .remedy("Keep it in a Secret, and name that by valueFrom.secretKeyRef.")
        .failing(
            Examples.pod(
                """
                env:
                - name: DATABASE_URL
                  value: postgresql://shop:hunter2@db.example.com:5432/shop
                """),
            "spec.containers[0].env[0].value",
            "Variable 'DATABASE_URL' of container 'web' has a password in its URL as its value.")
        .passing(
            Examples.pod(
                """
                env:
                - name: DATABASE_URL
                  value: postgresql://$(DB_USER):$(DB_PASSWORD)@db.example.com:5432/shop
                """));
  }
}
