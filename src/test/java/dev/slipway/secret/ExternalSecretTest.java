package dev.slipway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Text;
import dev.slipway.pod.KeyRef;
import dev.slipway.target.Declaration;
import dev.slipway.target.Defaults;
import dev.slipway.testing.Later;
import dev.slipway.testing.Rendered;
import dev.slipway.testing.YamlText;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalSecretTest {
  private static ExternalSecret.Builder database() {
    return SecretSource.external("hs-db")
        .clusterStore("aws")
        .remote("username", RemoteValue.of("prod/db").property("username"))
        .remote("password", "db-pass", RemoteValue.of("prod/db").property("password"));
  }

  @Test
  void operatorIsToldWhereEachKeyComesFrom() {
    assertThat(Rendered.of(database().build()).body())
        .isEqualTo(
            YamlText.mapping(
                """
                apiVersion: external-secrets.io/v1
                kind: ExternalSecret
                metadata:
                  name: hs-db
                  namespace: hyperscience
                  labels:
                    app.kubernetes.io/managed-by: slipway
                spec:
                  refreshInterval: 1h
                  secretStoreRef:
                    kind: ClusterSecretStore
                    name: aws
                  target:
                    name: hs-db
                    creationPolicy: Owner
                  data:
                    - secretKey: username
                      remoteRef:
                        key: prod/db
                        property: username
                    - secretKey: db-pass
                      remoteRef:
                        key: prod/db
                        property: password
                """));
  }

  @Test
  void everyChoiceIsWritten() {
    SecretSource source =
        SecretSource.external("hs-db")
            .store("vault")
            .remote("password", RemoteValue.of("db").property("password").version("3"))
            .type(SecretType.BASIC_AUTH)
            .creationPolicy(ExternalSecret.CreationPolicy.MERGE)
            .refreshInterval(Duration.ofSeconds(5430))
            .apiVersion(ExternalSecret.ApiVersion.V1BETA1)
            .build();

    Rendered asGiven = Rendered.into(Rendered.target("apps", Defaults.AS_GIVEN), source);

    assertThat(asGiven.body())
        .isEqualTo(
            YamlText.mapping(
                """
                apiVersion: external-secrets.io/v1beta1
                kind: ExternalSecret
                metadata:
                  name: hs-db
                  namespace: apps
                spec:
                  refreshInterval: 1h30m30s
                  secretStoreRef:
                    kind: SecretStore
                    name: vault
                  target:
                    name: hs-db
                    creationPolicy: Merge
                    template:
                      type: kubernetes.io/basic-auth
                  data:
                    - secretKey: password
                      remoteRef:
                        key: db
                        property: password
                        version: '3'
                """));
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 0s", "PT45S, 45s", "PT10M, 10m", "PT24H, 24h", "PT1H1S, 1h1s"})
  void refreshIntervalIsWrittenAsGoReadsIt(Duration interval, String written) {
    assertThat(
            FieldPath.of("spec", "refreshInterval")
                .in(Rendered.of(database().refreshInterval(interval).build()).body()))
        .isEqualTo(Text.of(written));
  }

  @Test
  void secretAndStoreAreDeclaredAsComingFromElsewhere() {
    assertThat(Rendered.of(database().build()).declared())
        .containsExactly(
            new Declaration.Existing(
                new ObjectRef.Key(GroupKind.of("", "Secret"), "hyperscience", "hs-db"),
                Set.of("username", "db-pass")),
            new Declaration.Existing(
                new ObjectRef.Key(
                    GroupKind.of("external-secrets.io", "ClusterSecretStore"), "", "aws"),
                Set.of()));
    assertThat(Rendered.of(database().store("aws").build()).declared())
        .contains(
            new Declaration.Existing(
                new ObjectRef.Key(
                    GroupKind.of("external-secrets.io", "SecretStore"), "hyperscience", "aws"),
                Set.of()));
  }

  @Test
  void keysAreThoseOfTheSecretThatTheOperatorMakes() {
    assertThat(database().build().key("password")).isEqualTo(new KeyRef("hs-db", "db-pass"));
  }

  @Test
  void remoteSecretMayBeKnownOnlyLater() {
    SecretSource source =
        SecretSource.external("hs-db")
            .store("aws")
            .remote("password", RemoteValue.of(Later.text("ARN of the secret")))
            .build();

    assertThat(
            FieldPath.of("spec", "data")
                .index(0)
                .key("remoteRef")
                .key("key")
                .in(Rendered.of(source).body()))
        .isEqualTo(Later.text("ARN of the secret"));
  }

  @Test
  void rotationGoesUnseenUnlessARevisionIsGiven() {
    assertThat(Rendered.of(database().build()).noticed())
        .containsExactly(
            "secret-rotation INFO The External Secrets Operator fills Secret 'hs-db' from"
                + " ClusterSecretStore 'aws'. When a value changes, pods that read it from their"
                + " environment keep the old one. Give the source a revision and change it after"
                + " each rotation, or restart the workloads then (kubectl rollout restart).");
    assertThat(Rendered.of(database().revision("2").build()).notices()).isEmpty();
    assertThat(database().revision("2").build().revision(Rendered.target())).contains(Text.of("2"));
  }

  @Test
  void clusterWithoutTheOperatorIsAnError() {
    assertThat(Rendered.into(Rendered.bare(), database().revision("1").build()).noticed())
        .containsExactly(
            "api-not-installed ERROR Secret 'hs-db' comes by way of external-secrets, which cluster"
                + " 'bare' does not have. Install it and declare it (installed:"
                + " [external-secrets]), or take the secret from another source.");
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    assertThatThrownBy(
            () ->
                SecretSource.external("hs-db")
                    .remote("username", RemoteValue.of(" "))
                    .remote("tls.crt", RemoteValue.of("cert"))
                    .remote("certificate", "tls.crt", RemoteValue.of("cert"))
                    .type(SecretType.TLS)
                    .refreshInterval(Duration.ofMillis(1500))
                    .build())
        .hasMessage(
            """
            secret 'hs-db': Two values are declared for the Secret's own key 'tls.crt'. Give each value a key of its own.
            secret 'hs-db': A Secret of type kubernetes.io/tls needs 'tls.crt' and 'tls.key'; 'tls.key' is missing. Declare what is missing, or leave the type out for an Opaque Secret.
            secret 'hs-db': The key 'username' is taken from a secret with an empty name, field or version. Say which secret of the store it is, and leave out what does not apply.
            secret 'hs-db': The name '' of the secret store is empty. Name the SecretStore with store(...) or the ClusterSecretStore with clusterStore(...).
            secret 'hs-db': The refresh interval PT1.5S is negative or has parts of a second. Give whole seconds, such as Duration.ofHours(1); zero reads the store once.\
            """);
  }

  @Test
  void aRightToReadIsTheWorkloadsOnlyWhereTheStoreReadsAsTheWorkload() {
    ExternalSecret.Builder secret =
        SecretSource.external("hs-db")
            .store("aws")
            .remote("password", RemoteValue.of("prod/db").property("password"))
            .remote("user", RemoteValue.of("prod/db").property("user"));

    assertThat(secret.build().grants()).isEmpty();
    assertThat(secret.asWorkload(SecretsStoreProvider.awsSecretsManager()).build().grants())
        .containsExactly(new Grant.AwsSecret(Text.of("prod/db"), Optional.empty()));
  }
}
