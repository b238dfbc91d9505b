package dev.slipway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Text;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.testing.Later;
import dev.slipway.testing.Rendered;
import dev.slipway.testing.YamlText;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsStoreSecretTest {
  private static SecretsStoreSecret.Builder database() {
    return SecretSource.secretsStore(
            "hs-db", SecretsStoreProvider.awsSecretsManager().region("eu-west-1"))
        .remote("username", RemoteValue.of("prod/db").property("username"))
        .remote("password", "db-pass", RemoteValue.of("prod/db").property("pass-word"));
  }

  private static Mapping parameters(SecretsStoreSecret.Builder source) {
    return (Mapping) Rendered.of(source.build()).body().at("spec", "parameters");
  }

  @Test
  void driverIsToldToFetchAndToSync() {
    assertThat(Rendered.of(database().build()).body())
        .isEqualTo(
            YamlText.mapping(
                """
                apiVersion: secrets-store.csi.x-k8s.io/v1
                kind: SecretProviderClass
                metadata:
                  name: hs-db
                  namespace: hyperscience
                  labels:
                    app.kubernetes.io/managed-by: slipway
                spec:
                  provider: aws
                  secretObjects:
                    - secretName: hs-db
                      type: Opaque
                      data:
                        - objectName: username
                          key: username
                        - objectName: db-pass
                          key: db-pass
                  parameters:
                    region: eu-west-1
                    objects: |
                      - objectName: "prod/db"
                        objectType: "secretsmanager"
                        jmesPath:
                          - path: "username"
                            objectAlias: "username"
                          - path: "\\"pass-word\\""
                            objectAlias: "db-pass"
                """));
  }

  @Test
  void podsMountTheVolumeThatBringsTheSecret() {
    assertThat(database().build().mounts())
        .singleElement()
        .satisfies(
            mount -> {
              assertThat(mount.toNode())
                  .isEqualTo(
                      YamlText.mapping(
                          """
                          name: secrets-hs-db
                          mountPath: /mnt/secrets-store/hs-db
                          readOnly: true
                          """));
              assertThat(mount.volume().toNode())
                  .isEqualTo(
                      YamlText.mapping(
                          """
                          name: secrets-hs-db
                          csi:
                            driver: secrets-store.csi.k8s.io
                            readOnly: true
                            volumeAttributes:
                              secretProviderClass: hs-db
                          """));
            });
    assertThat(database().build().key("password")).isEqualTo(new KeyRef("hs-db", "db-pass"));
  }

  @Test
  void volumesOfNamesThatDifferInADotOnlyDiffer() {
    assertThat(volumeName("hs.db")).startsWith("secrets-hs-db-").isNotEqualTo(volumeName("hs-db"));
    assertThat(volumeName("a.".repeat(100) + "b")).hasSizeLessThanOrEqualTo(63);
  }

  private static String volumeName(String secret) {
    Mount mount =
        SecretSource.secretsStore(secret, SecretsStoreProvider.awsSecretsManager())
            .remote("a", RemoteValue.of("b"))
            .build()
            .mounts()
            .get(0);
    return mount.volume().name();
  }

  @Test
  void readingItIsARightThatThePodsIdentityMustHave() {
    assertThat(database().build().grants())
        .containsExactly(new Grant.AwsSecret(Text.of("prod/db"), Optional.of("eu-west-1")));
    assertThat(
            SecretSource.secretsStore(
                    "hs-db", SecretsStoreProvider.awsParameterStore().region("eu-west-2"))
                .remote("password", RemoteValue.of("/prod/db/password"))
                .remote("user", RemoteValue.of("/prod/db/user"))
                .build()
                .grants())
        .containsExactly(
            new Grant.AwsParameter(Text.of("/prod/db/password"), Optional.of("eu-west-2")),
            new Grant.AwsParameter(Text.of("/prod/db/user"), Optional.of("eu-west-2")));
    assertThat(
            SecretSource.secretsStore(
                    "hs-db",
                    SecretsStoreProvider.azureKeyVault(
                        "hs-kv", Text.of("tenant"), Text.of("client")))
                .remote("password", RemoteValue.of("db-password"))
                .remote("user", RemoteValue.of("db-user"))
                .build()
                .grants())
        .containsExactly(new Grant.KeyVaultSecrets(Text.of("hs-kv"), Text.of("client")));
    assertThat(
            SecretSource.secretsStore("hs-db", SecretsStoreProvider.googleSecretManager())
                .remote("password", RemoteValue.of("projects/hs/secrets/db"))
                .build()
                .grants())
        .containsExactly(new Grant.GoogleSecret(Text.of("projects/hs/secrets/db")));
    assertThat(
            SecretSource.secretsStore(
                    "hs-db", SecretsStoreProvider.vault(Text.of("https://vault.example.com"), "hs"))
                .remote("password", RemoteValue.of("secret/db").property("password"))
                .build()
                .grants())
        .isEmpty();
  }

  @Test
  void whatThePodsNeedIsSaid() {
    assertThat(Rendered.of(database().build()).noticed())
        .containsExactly(
            "secrets-store-access INFO Pods that use Secret 'hs-db' read 'prod/db' from the aws"
                + " secret store as themselves. The pods need secretsmanager:GetSecretValue and"
                + " secretsmanager:DescribeSecret on it, as the documents of their identity say;"
                + " and the use of the key, where one of your own encrypts it.",
            "secret-rotation INFO The Secrets Store CSI driver fills Secret 'hs-db'. When a value"
                + " changes, pods that read it from their environment keep the old one. Give the"
                + " source a revision and change it after each rotation, or restart the workloads"
                + " then (kubectl rollout restart).");
  }

  @Test
  void clusterWithoutTheDriverIsAnError() {
    assertThat(Rendered.into(Rendered.bare(), database().build()).noticed())
        .first()
        .asString()
        .startsWith("api-not-installed ERROR Secret 'hs-db' comes by way of secrets-store-csi");
  }

  @Test
  void awsWholeSecretHasAnAliasAndFieldsShareItsEntry() {
    assertThat(
            parameters(
                SecretSource.secretsStore(
                        "hs-db", SecretsStoreProvider.awsParameterStore().podIdentity())
                    .remote("json", RemoteValue.of("/prod/db").version("7"))
                    .remote("password", RemoteValue.of("/prod/db").property("p").version("7"))
                    .remote("token", RemoteValue.of("token").version("AWSPREVIOUS"))))
        .isEqualTo(
            YamlText.mapping(
                """
                usePodIdentity: 'true'
                objects: |
                  - objectName: "/prod/db"
                    objectType: "ssmparameter"
                    objectVersion: "7"
                    objectAlias: "json"
                    jmesPath:
                      - path: "p"
                        objectAlias: "password"
                  - objectName: "token"
                    objectType: "ssmparameter"
                    objectVersionLabel: "AWSPREVIOUS"
                """));
  }

  @Test
  void sameRemoteValueAtTwoKeysIsFetchedOnce() {
    assertThat(
            Rendered.of(
                    SecretSource.secretsStore("hs-db", SecretsStoreProvider.awsSecretsManager())
                        .remote("password", RemoteValue.of("prod/db"))
                        .remote("replica-password", RemoteValue.of("prod/db"))
                        .build())
                .body()
                .mapping("spec"))
        .isEqualTo(
            YamlText.mapping(
                """
                provider: aws
                secretObjects:
                  - secretName: hs-db
                    type: Opaque
                    data:
                      - objectName: password
                        key: password
                      - objectName: password
                        key: replica-password
                parameters:
                  objects: |
                    - objectName: "prod/db"
                      objectType: "secretsmanager"
                      objectAlias: "password"
                """));
  }

  @Test
  void awsObjectsThatTheProviderWouldRefuseAreRefused() {
    assertThatThrownBy(
            () ->
                SecretSource.secretsStore("hs-db", SecretsStoreProvider.awsSecretsManager())
                    .remote("new", RemoteValue.of("prod/db"))
                    .remote("old", RemoteValue.of("prod/db").version("AWSPREVIOUS"))
                    .remote("token", RemoteValue.of("token").property("value"))
                    .build())
        .hasMessage(
            """
            secret 'hs-db': Two versions of 'prod/db' are asked for; the AWS provider reads one. Take every field of it from the same version, or use two sources.
            secret 'hs-db': 'token' is both a secret of AWS and the key that 'token' (value) gets; the AWS provider takes them for one file. Give the key another name in the Secret.\
            """);
  }

  @Test
  void azureKeyVaultIsReadWithAWorkloadIdentity() {
    assertThat(
            parameters(
                SecretSource.secretsStore(
                        "hs-db",
                        SecretsStoreProvider.azureKeyVault(
                            "hs-vault", Text.of("tenant"), Text.of("client")))
                    .remote("username", RemoteValue.of("db-user"))
                    .remote("password", RemoteValue.of("db-password").version("0a1b"))))
        .isEqualTo(
            YamlText.mapping(
                """
                usePodIdentity: 'false'
                clientID: client
                keyvaultName: hs-vault
                tenantID: tenant
                objects: |
                  array:
                    - |
                      objectName: "db-user"
                      objectType: secret
                      objectAlias: "username"
                    - |
                      objectName: "db-password"
                      objectType: secret
                      objectAlias: "password"
                      objectVersion: "0a1b"
                """));
  }

  @Test
  void azureKeyVaultGivesWholeSecretsOnly() {
    assertThatThrownBy(
            () ->
                SecretSource.secretsStore(
                        "hs-db",
                        SecretsStoreProvider.azureKeyVault(
                            "hs.vault.azure.net", Text.of("tenant"), Text.of("client")))
                    .remote("password", RemoteValue.of("db").property("password"))
                    .build())
        .hasMessage(
            """
            secret 'hs-db': 'hs.vault.azure.net' is no name of a key vault. Give the name alone, without https:// and .vault.azure.net.
            secret 'hs-db': A field of 'db' (password) is asked for; Key Vault gives whole secrets. Keep each value in a secret of its own.\
            """);
  }

  @Test
  void googleSecretManagerReadsTheLatestVersionUnlessOneIsGiven() {
    assertThat(
            parameters(
                SecretSource.secretsStore("hs-db", SecretsStoreProvider.googleSecretManager())
                    .remote("username", RemoteValue.of("projects/p/secrets/db-user"))
                    .remote(
                        "password", RemoteValue.of("projects/p/secrets/db-password").version("3"))))
        .isEqualTo(
            YamlText.mapping(
                """
                secrets: |
                  - resourceName: "projects/p/secrets/db-user/versions/latest"
                    path: "username"
                  - resourceName: "projects/p/secrets/db-password/versions/3"
                    path: "password"
                """));
    assertThatThrownBy(
            () ->
                SecretSource.secretsStore("hs-db", SecretsStoreProvider.googleSecretManager())
                    .remote("password", RemoteValue.of("db-password"))
                    .build())
        .hasMessage(
            "secret 'hs-db': 'db-password' is no name of a secret of Google's Secret Manager. Write"
                + " it as projects/PROJECT/secrets/NAME, and give the version apart from it.");
  }

  @Test
  void vaultIsAskedForAFieldOfAPath() {
    assertThat(
            parameters(
                SecretSource.secretsStore(
                        "hs-db",
                        SecretsStoreProvider.vault(Text.of("https://vault.example:8200"), "hs"))
                    .remote("password", RemoteValue.of("secret/data/db").property("password"))))
        .isEqualTo(
            YamlText.mapping(
                """
                vaultAddress: https://vault.example:8200
                roleName: hs
                objects: |
                  - objectName: "password"
                    secretPath: "secret/data/db"
                    secretKey: "password"
                """));
    assertThatThrownBy(
            () ->
                SecretSource.secretsStore(
                        "hs-db", SecretsStoreProvider.vault(Text.of("https://vault.example"), ""))
                    .remote("password", RemoteValue.of("secret/data/db").version("2"))
                    .build())
        .hasMessage(
            """
            secret 'hs-db': The Vault role is empty. Name the role of Vault's Kubernetes authentication that the service account may take.
            secret 'hs-db': All of 'secret/data/db' is asked for; a Vault secret is a set of fields. Say which field, with property(...).
            secret 'hs-db': A version of 'secret/data/db' is asked for; the Vault provider reads the current one. Leave the version out.\
            """);
  }

  @Test
  void nameOfARemoteSecretMayBeKnownOnlyLater() {
    Mapping parameters =
        parameters(
            SecretSource.secretsStore("hs-db", SecretsStoreProvider.awsSecretsManager())
                .remote("password", RemoteValue.of(Later.text("arn"))));

    assertThat(
            Later.resolve(
                (Text) parameters.asMap().get("objects"),
                Map.of("arn", "arn:aws:secretsmanager:eu-west-1:1:secret:a\"b")))
        .isEqualTo(
            """
            - objectName: "arn:aws:secretsmanager:eu-west-1:1:secret:a\\"b"
              objectType: "secretsmanager"
              objectAlias: "password"
            """);
  }
}
