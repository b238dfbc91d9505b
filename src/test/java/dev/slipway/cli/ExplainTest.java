package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Rule;
import dev.slipway.check.rule.Rules;
import dev.slipway.cli.Command.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  @TempDir Path directory;

  private Outcome explain(String... rules) {
    String[] args = new String[rules.length + 1];
    args[0] = "explain";
    System.arraycopy(rules, 0, args, 1, rules.length);
    return new Command(directory).run(args);
  }

  @Test
  void aRuleIsToldWithReasonRemedyAndBothExamples() {
    assertThat(explain("literal-secret"))
        .isEqualTo(
            new Outcome(
                0,
                """
                literal-secret (warning)

                No manifest holds a Secret's values.

                Whoever may read the repository, the build's log or the backup of either can
                read the secret, and after a rotation the old one stays in the history.

                Remedy:

                Keep the manifests out of version control, or take the values from a secret
                store, an existing Secret or a sealed one.

                This breaks it:

                    apiVersion: v1
                    kind: Secret
                    metadata:
                      name: shop-db
                    stringData:
                      password: hunter2

                stringData: The manifests hold the values of 'password' of Secret 'shop-db';
                base64 hides nothing.

                This does not:

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
                """,
                ""));
  }

  @Test
  void withoutARuleEachIsListedWithItsSummary() {
    assertThat(explain().out().lines())
        .hasSameSizeAs(Rules.all())
        .contains(
            "image-tag                    error    Every image has a tag other than latest, or a"
                + " digest.")
        .allMatch(line -> line.endsWith("."));
  }

  @Test
  void everyRuleCanBeExplained() {
    for (Rule rule : Rules.all()) {
      assertThat(explain(rule.id()).out()).startsWith(rule.id() + " (");
    }
  }

  @Test
  void aMisspeltRuleIsSuggested() {
    assertThat(explain("image-tags").err())
        .startsWith("slipway: There is no rule 'image-tags'.\n    Did you mean 'image-tag'?\n");
  }
}
