package dev.slipway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.pod.KeyRef;
import dev.slipway.target.Declaration;
import dev.slipway.testing.Rendered;
import dev.slipway.testing.YamlText;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedSecretTest {
  /** A session key of 512 bytes, then a ciphertext of 4 bytes with its tag: kubeseal's shape. */
  private static String sealed(int seed) {
    byte[] bytes = new byte[2 + 512 + 4 + 16];
    java.util.Arrays.fill(bytes, (byte) seed);
    bytes[0] = 2;
    bytes[1] = 0;
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static SealedSecret.Builder database() {
    return SecretSource.sealed("hs-db")
        .encrypted("username", sealed(1))
        .encrypted("password", "db-pass", sealed(2));
  }

  @Test
  void encryptedValuesStandUnderTheSecretsOwnKeys() {
    assertThat(Rendered.of(database().build()).body())
        .isEqualTo(
            YamlText.mapping(
                """
                apiVersion: bitnami.com/v1alpha1
                kind: SealedSecret
                metadata:
                  name: hs-db
                  namespace: hyperscience
                  labels:
                    app.kubernetes.io/managed-by: slipway
                spec:
                  encryptedData:
                    username: %s
                    db-pass: %s
                  template:
                    metadata:
                      name: hs-db
                      namespace: hyperscience
                    type: Opaque
                """
                    .formatted(sealed(1), sealed(2))));
    assertThat(database().build().key("password")).isEqualTo(new KeyRef("hs-db", "db-pass"));
  }

  @Test
  void scopeStandsOnTheSealedSecretAndItsTemplate() {
    assertThat(
            Rendered.of(database().scope(SealedSecret.Scope.CLUSTER_WIDE).build())
                .body()
                .with("spec", Rendered.of(database().build()).body().mapping("spec")))
        .isEqualTo(
            Rendered.of(database().build())
                .body()
                .with(
                    "metadata",
                    YamlText.mapping(
                        """
                        name: hs-db
                        namespace: hyperscience
                        labels:
                          app.kubernetes.io/managed-by: slipway
                        annotations:
                          sealedsecrets.bitnami.com/cluster-wide: 'true'
                        """)));
    assertThat(
            Rendered.of(database().scope(SealedSecret.Scope.NAMESPACE_WIDE).build())
                .body()
                .at("spec", "template", "metadata"))
        .isEqualTo(
            YamlText.mapping(
                """
                name: hs-db
                namespace: hyperscience
                annotations:
                  sealedsecrets.bitnami.com/namespace-wide: 'true'
                """));
  }

  @Test
  void revisionChangesWithWhatIsEncryptedAndNotWithTheOrder() {
    SecretSource reordered =
        SecretSource.sealed("hs-db")
            .encrypted("password", "db-pass", sealed(2))
            .encrypted("username", sealed(1))
            .build();
    SecretSource rotated =
        SecretSource.sealed("hs-db")
            .encrypted("username", sealed(1))
            .encrypted("password", "db-pass", sealed(3))
            .build();

    assertThat(reordered.revision(Rendered.target()))
        .isPresent()
        .isEqualTo(database().build().revision(Rendered.target()));
    assertThat(rotated.revision(Rendered.target()))
        .isNotEqualTo(database().build().revision(Rendered.target()));
    assertThat(Rendered.of(database().build()).notices()).isEmpty();
  }

  @Test
  void secretIsDeclaredAsComingFromTheController() {
    assertThat(Rendered.of(database().build()).declared())
        .containsExactly(
            new Declaration.Existing(
                new ObjectRef.Key(GroupKind.of("", "Secret"), "hyperscience", "hs-db"),
                Set.of("username", "db-pass")));
  }

  @Test
  void clusterWithoutTheControllerIsAnError() {
    assertThat(Rendered.into(Rendered.bare(), database().build()).noticed())
        .singleElement()
        .asString()
        .startsWith("api-not-installed ERROR Secret 'hs-db' comes by way of sealed-secrets");
  }

  @Test
  void lineBreaksInBase64AreNoMatter() {
    String broken = sealed(1).replaceAll("(.{64})", "$1\n");

    assertThat(SecretSource.sealed("hs-db").encrypted("username", broken).build().encryptedData())
        .containsEntry("username", sealed(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2-canary", "aHVudGVyMi1jYW5hcnk=", "", "AgA=", "AA=="})
  void whatIsNotSealedIsRefusedWithoutBeingShown(String value) {
    assertThatThrownBy(() -> SecretSource.sealed("hs-db").encrypted("password", value).build())
        .hasMessage(
            "secret 'hs-db': The value of key 'password' is not encrypted. Give what kubeseal makes"
                + " of it (kubeseal --raw), in base64.");
  }
}
