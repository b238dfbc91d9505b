package dev.slipway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Text;
import dev.slipway.pod.KeyRef;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import dev.slipway.testing.Rendered;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExistingSecretTest {
  private final SecretSource db =
      SecretSource.existing("hs-db").key("password", "db-pass").keys("username").build();

  @Test
  void logicalKeyStandsUnderTheSecretsOwn() {
    assertThat(db.key("password")).isEqualTo(new KeyRef("hs-db", "db-pass"));
    assertThat(db.key("username")).isEqualTo(new KeyRef("hs-db", "username"));
    assertThat(db.keys()).containsExactly("password", "username");
  }

  @Test
  void nothingIsRenderedButTheSecretIsDeclaredWithItsKeys() {
    Rendered rendered = Rendered.of(db);

    assertThat(rendered.manifests().isEmpty()).isTrue();
    assertThat(rendered.declared())
        .containsExactly(
            new Declaration.Existing(
                new ObjectRef.Key(GroupKind.of("", "Secret"), "hyperscience", "hs-db"),
                Set.of("db-pass", "username")));
  }

  @Test
  void withoutRevisionRotationIsSaidToGoUnseen() {
    Rendered rendered = Rendered.of(db);

    assertThat(db.revision(Rendered.target())).isEmpty();
    assertThat(rendered.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.rule()).isEqualTo("secret-rotation");
              assertThat(notice.severity()).isEqualTo(Notice.Severity.INFO);
              assertThat(notice.object())
                  .contains(ObjectRef.of("v1", "Secret", "hyperscience", "hs-db"));
              assertThat(notice.message())
                  .isEqualTo(
                      "Somebody else keeps Secret 'hs-db'. When a value changes, pods that read it"
                          + " from their environment keep the old one.");
              assertThat(notice.remedy())
                  .isEqualTo(
                      "Give the source a revision and change it after each rotation, or restart"
                          + " the workloads then (kubectl rollout restart).");
            });
  }

  @Test
  void givenRevisionRollsThePods() {
    SecretSource rotated =
        SecretSource.existing("hs-db").keys("password").revision("2026-03").build();

    assertThat(rotated.revision(Rendered.target())).contains(Text.of("2026-03"));
    assertThat(Rendered.of(rotated).notices()).isEmpty();
  }

  @Test
  void unknownKeyIsNamedWithTheKeysThatAreThere() {
    assertThatThrownBy(() -> db.key("pasword"))
        .hasMessage(
            "Secret 'hs-db' gives no 'pasword'; it has 'password' and 'username'. Did you mean"
                + " 'password'?");
    assertThatThrownBy(() -> db.key("host"))
        .hasMessage(
            "Secret 'hs-db' gives no 'host'; it has 'password' and 'username'. Declare the key"
                + " where the secret is declared.");
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    assertThatThrownBy(
            () ->
                SecretSource.existing("HS_DB")
                    .key("password", "db pass")
                    .keys("user", "user")
                    .build())
        .hasMessage(
            """
            secret 'HS_DB': The key 'user' is declared twice. Declare it once.
            secret 'HS_DB': The name 'HS_DB' may only have lower-case letters, digits, '-' and '.', each part beginning and ending with a letter or digit. Give the Secret a name that Kubernetes accepts.
            secret 'HS_DB': The key 'db pass' may only have letters, digits, '-', '_' and '.'. Rename it; a Secret's keys are file names when it is mounted.\
            """);
  }

  @Test
  void secretWithoutKeysIsRefused() {
    assertThatThrownBy(() -> SecretSource.existing("hs-db").build())
        .hasMessage(
            "secret 'hs-db': No key is declared. Declare every key that somebody asks for.");
  }
}
