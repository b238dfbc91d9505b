package dev.slipway.backing;

import static dev.slipway.backing.StoreSetting.ACCOUNT_KEY;
import static dev.slipway.backing.StoreSetting.BUCKET;
import static dev.slipway.backing.StoreSetting.CREDENTIALS_FILE;
import static dev.slipway.backing.StoreSetting.PATH;
import static dev.slipway.backing.StoreSetting.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.network.Peer;
import dev.slipway.network.PolicyPort;
import dev.slipway.pod.ClaimSpec;
import dev.slipway.pod.ClaimSpec.AccessMode;
import dev.slipway.pod.EnvVar;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Declaration;
import dev.slipway.testing.Later;
import dev.slipway.testing.Rendered;
import dev.slipway.testing.YamlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoreTest {
  private static final EnvNames<StoreSetting> EVERYTHING = everything();

  private static EnvNames<StoreSetting> everything() {
    EnvNames<StoreSetting> names = EnvNames.none();
    for (StoreSetting setting : StoreSetting.values()) {
      names = names.and(setting, setting.name());
    }
    return names;
  }

  private static Mapping env(Binding binding) {
    return Mapping.of("env", Seq.from(binding.env(), EnvVar::toNode));
  }

  private static SecretSource keys(String... keys) {
    return SecretSource.existing("store-keys").keys(keys).revision("1").build();
  }

  @Test
  void s3VariablesAreCalledAsTheConsumerWantsThem() {
    Binding binding =
        ObjectStore.s3("hs-files")
            .region("eu-west-1")
            .build()
            .binding(
                EnvNames.of(BUCKET, "FILE_STORE_S3_BUCKET").and(REGION, "FILE_STORE_S3_REGION"));

    assertThat(env(binding))
        .isEqualTo(
            YamlText.mapping(
                """
                env:
                  - {name: FILE_STORE_S3_BUCKET, value: hs-files}
                  - {name: FILE_STORE_S3_REGION, value: eu-west-1}
                """));
    assertThat(binding.mounts()).isEmpty();
    assertThat(Rendered.of(binding).notices()).isEmpty();
    assertThat(Rendered.of(binding).documents()).isEmpty();
  }

  @Test
  void s3IsReachedByARoleWithTheRightsThatItsKeyNeedsToo() {
    Text key = Text.of("arn:aws:kms:eu-west-1:111122223333:key/k");
    Binding binding =
        ObjectStore.s3("hs-files").region("eu-west-1").kmsKey(key).build().binding(EVERYTHING);

    assertThat(binding.grants())
        .containsExactly(new Grant.S3Bucket(Text.of("hs-files"), Optional.of(key)));
    assertThat(binding.env()).contains(EnvVar.of("ENCRYPTION_KEY", key));
    assertThat(binding.egress()).containsExactly(Egress.toPort(443, "S3 bucket 'hs-files'"));
  }

  @Test
  void s3EndpointOfAnotherStoreIsReachedWithStaticKeysAndAWarning() {
    Binding binding =
        ObjectStore.s3("hs-files")
            .endpoint("http://minio.storage.svc:9000")
            .pathStyle()
            .prefix("prod/")
            .credentials(keys("accessKeyId", "secretAccessKey"))
            .peer(Peer.namespaces(Map.of("kubernetes.io/metadata.name", "storage")))
            .build()
            .binding(EVERYTHING);

    assertThat(env(binding))
        .isEqualTo(
            YamlText.mapping(
                """
                env:
                  - {name: BUCKET, value: hs-files}
                  - {name: ENDPOINT, value: 'http://minio.storage.svc:9000'}
                  - {name: PREFIX, value: prod/}
                  - {name: PATH_STYLE, value: 'true'}
                  - name: ACCESS_KEY_ID
                    valueFrom: {secretKeyRef: {name: store-keys, key: accessKeyId}}
                  - name: SECRET_ACCESS_KEY
                    valueFrom: {secretKeyRef: {name: store-keys, key: secretAccessKey}}
                """));
    assertThat(binding.grants()).isEmpty();
    assertThat(binding.revisions(Rendered.target())).containsExactly(Text.of("1"));
    assertThat(binding.egress())
        .containsExactly(
            new Egress(
                List.of(Peer.namespaces(Map.of("kubernetes.io/metadata.name", "storage"))),
                List.of(PolicyPort.tcp(9000)),
                "S3 bucket 'hs-files'"));
    assertThat(Rendered.of(binding).noticed())
        .containsExactly(
            "static-keys WARNING S3 bucket 'hs-files' is reached with static keys from Secret"
                + " 'store-keys'. Give the workload an identity in the cloud instead, and leave the"
                + " credentials out: there is then nothing to leak or to rotate.");
  }

  @ParameterizedTest
  @CsvSource({
    "https://s3.eu-west-1.amazonaws.com, 443",
    "https://bucket.vpce-1a2b.s3.eu-west-1.vpce.amazonaws.com/, 443",
    "https://s3.cn-north-1.amazonaws.com.cn:8443, 8443",
    "http://s3.amazonaws.com, 80",
  })
  void portIsThatOfTheEndpoint(String endpoint, int port) {
    assertThat(ObjectStore.s3("hs-files").endpoint(endpoint).build().binding(EVERYTHING).egress())
        .containsExactly(Egress.toPort(port, "S3 bucket 'hs-files'"));
  }

  @Test
  void bucketMayBeKnownOnlyLater() {
    Binding binding =
        ObjectStore.s3(Later.text("bucket"))
            .region("eu-west-1")
            .lifecycle(Lifecycle.keepingOldVersions(30))
            .build()
            .binding(EnvNames.of(BUCKET, "B"));

    assertThat(binding.env()).containsExactly(EnvVar.of("B", Later.text("bucket")));
    assertThat(Rendered.of(binding).document("hs-bucket-lifecycle.json").has("Rules")).isTrue();
  }

  @Test
  void everyProblemOfAnS3BucketIsReportedAtOnce() {
    assertThatThrownBy(
            () ->
                ObjectStore.s3("Files")
                    .prefix("/prod")
                    .credentials(keys("accessKeyId"))
                    .addresses("10.0.0.0")
                    .build())
        .hasMessage(
            """
            S3 bucket 'Files': 'Files' is no name of an S3 bucket. It has 3 to 63 lower-case letters, digits, '-' and '.', begins and ends with a letter or digit, has no two dots together and is no IP address.
            S3 bucket 'Files': The prefix '/prod' begins with '/'. Leave the slash out; keys of objects do not begin with one.
            S3 bucket 'Files': Secret 'store-keys' gives no 'secretAccessKey'; it has 'accessKeyId'. Declare the key where the secret is declared.
            S3 bucket 'Files': The bucket has no region. Say where it is, such as eu-west-1.
            S3 bucket 'Files': '10.0.0.0' is no range of addresses such as 10.0.0.0/16 or fd00::/8. Correct the range.\
            """);
    assertThatThrownBy(() -> ObjectStore.s3("files").endpoint("minio:9000").build())
        .hasMessage(
            "S3 bucket 'files': 'minio:9000' is no URL of an S3 endpoint. Write scheme and host,"
                + " such as https://minio.example:9000.");
    assertThatThrownBy(() -> ObjectStore.s3("files").endpoint("https://minio.example").build())
        .hasMessage(
            "S3 bucket 'files': The endpoint 'https://minio.example' is not Amazon's, so pods"
                + " cannot reach it by a role. Give credentials with the keys 'accessKeyId' and"
                + " 'secretAccessKey'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab",
        "a..b",
        "192.168.5.4",
        "-ab",
        "ab-",
        "xn--abc",
        "abc-s3alias",
        "abc--x-s3",
        "a_b",
        "s3://files",
        "arn:aws:s3:::files"
      })
  void nameThatS3WouldRefuseIsRefused(String bucket) {
    assertThatThrownBy(() -> ObjectStore.s3(bucket).region("eu-west-1").build())
        .hasMessageContaining("'" + bucket + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "a.b", "1-2", "my.bucket-1"})
  void nameThatS3TakesIsTaken(String bucket) {
    assertThat(ObjectStore.s3(bucket).region("eu-west-1").build().bucket())
        .isEqualTo(Text.of(bucket));
    assertThat(ObjectStore.s3("x".repeat(63)).region("eu-west-1").build().peers()).isEmpty();
    assertThatThrownBy(() -> ObjectStore.s3("x".repeat(64)).region("eu-west-1").build())
        .hasMessageContaining("3 to 63");
  }

  @Test
  void s3LifecycleNeverExpiresCurrentVersions() {
    Binding binding =
        ObjectStore.s3("hs-files")
            .region("eu-west-1")
            .prefix("prod/")
            .lifecycle(Lifecycle.keepingOldVersions(30))
            .build()
            .binding(EnvNames.none());

    assertThat(Rendered.of(binding).document("hs-hs-files-lifecycle.json"))
        .isEqualTo(
            YamlText.mapping(
                """
                Rules:
                  - ID: remove-what-is-not-current
                    Status: Enabled
                    Filter:
                      Prefix: prod/
                    NoncurrentVersionExpiration:
                      NoncurrentDays: 30
                    Expiration:
                      ExpiredObjectDeleteMarker: true
                    AbortIncompleteMultipartUpload:
                      DaysAfterInitiation: 7
                """));
  }

  @Test
  void gcsIsReachedByAnIdentity() {
    Text key = Text.of("projects/p/locations/eu/keyRings/r/cryptoKeys/k");
    Binding binding =
        ObjectStore.gcs("hs_files")
            .prefix("prod/")
            .kmsKey(key)
            .addresses("199.36.153.8/30")
            .build()
            .binding(EVERYTHING);

    assertThat(env(binding))
        .isEqualTo(
            YamlText.mapping(
                """
                env:
                  - {name: BUCKET, value: hs_files}
                  - {name: PREFIX, value: prod/}
                  - {name: ENCRYPTION_KEY, value: projects/p/locations/eu/keyRings/r/cryptoKeys/k}
                """));
    assertThat(binding.grants())
        .containsExactly(new Grant.GcsBucket(Text.of("hs_files"), Optional.of(key)));
    assertThat(binding.egress())
        .containsExactly(
            new Egress(
                List.of(Peer.addresses("199.36.153.8/30")),
                List.of(PolicyPort.tcp(443)),
                "Google Cloud Storage bucket 'hs_files'"));
  }

  @Test
  void gcsStaticKeyIsAFile() {
    Binding binding =
        ObjectStore.gcs("hs-files")
            .credentials(
                SecretSource.existing("gcs.key").key("credentials.json", "key.json").build())
            .build()
            .binding(EnvNames.of(CREDENTIALS_FILE, "GOOGLE_APPLICATION_CREDENTIALS"));

    assertThat(env(binding))
        .isEqualTo(
            YamlText.mapping(
                """
                env:
                  - name: GOOGLE_APPLICATION_CREDENTIALS
                    value: /var/run/secrets/gcs/gcs.key/credentials.json
                """));
    assertThat(binding.mounts())
        .singleElement()
        .satisfies(
            mount -> {
              assertThat(mount.path()).isEqualTo("/var/run/secrets/gcs/gcs.key");
              assertThat(mount.readOnly()).isTrue();
              assertThat(mount.volume().toNode().mapping("secret"))
                  .isEqualTo(
                      YamlText.mapping(
                          """
                          secretName: gcs.key
                          items:
                            - {key: key.json, path: credentials.json}
                          """));
              assertThat(mount.volume().name()).matches("gcs-gcs-key-[0-9a-f]{8}");
            });
    assertThat(binding.grants()).isEmpty();
    assertThat(Rendered.of(binding).noticed()).anyMatch(line -> line.startsWith("static-keys"));
  }

  @Test
  void gcsLifecycleNeverDeletesLiveObjects() {
    Lifecycle lifecycle = new Lifecycle(14, 2);

    assertThat(
            Rendered.of(
                    ObjectStore.gcs("hs-files")
                        .prefix("prod/")
                        .lifecycle(lifecycle)
                        .build()
                        .binding(EnvNames.none()))
                .document("hs-hs-files-lifecycle.json"))
        .isEqualTo(
            YamlText.mapping(
                """
                lifecycle:
                  rule:
                    - action:
                        type: Delete
                      condition:
                        daysSinceNoncurrentTime: 14
                        isLive: false
                        matchesPrefix: [prod/]
                    - action:
                        type: AbortIncompleteMultipartUpload
                      condition:
                        age: 2
                        matchesPrefix: [prod/]
                """));
    assertThat(lifecycle.gcs("").toString()).doesNotContain("matchesPrefix");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ab", "Files", "goog-files", "my-google-files", "10.0.0.1", "gs://files", "a..b"})
  void nameThatGcsWouldRefuseIsRefused(String bucket) {
    assertThatThrownBy(() -> ObjectStore.gcs(bucket).build())
        .hasMessageContaining("'" + bucket + "'");
  }

  @Test
  void gcsNameMayBeLongerWithDotsOnly() {
    String part = "a".repeat(63);

    assertThat(ObjectStore.gcs(part + "." + part).build().prefix()).isEmpty();
    assertThatThrownBy(() -> ObjectStore.gcs(part + "a").build())
        .hasMessageContaining("is no name of a Google Cloud Storage bucket");
  }

  @Test
  void azureContainerIsReachedByAnIdentity() {
    Binding binding = ObjectStore.azureBlob("hsstore", "hs-files").build().binding(EVERYTHING);

    assertThat(env(binding))
        .isEqualTo(
            YamlText.mapping(
                """
                env:
                  - {name: ENDPOINT, value: 'https://hsstore.blob.core.windows.net'}
                  - {name: ACCOUNT, value: hsstore}
                  - {name: CONTAINER, value: hs-files}
                """));
    assertThat(binding.grants())
        .containsExactly(
            new Grant.BlobContainer(Text.of("hsstore"), Text.of("hs-files"), Optional.empty()));
    assertThat(binding.egress())
        .containsExactly(Egress.toPort(443, "Azure blob container 'hs-files'"));
  }

  @Test
  void azureStaticKeyIsWarnedOf() {
    Binding binding =
        ObjectStore.azureBlob("hsstore", "hs-files")
            .credentials(keys("accountKey"))
            .build()
            .binding(EnvNames.of(ACCOUNT_KEY, "AZURE_STORAGE_KEY"));

    assertThat(env(binding))
        .isEqualTo(
            YamlText.mapping(
                """
                env:
                  - name: AZURE_STORAGE_KEY
                    valueFrom: {secretKeyRef: {name: store-keys, key: accountKey}}
                """));
    assertThat(Rendered.of(binding).noticed()).anyMatch(line -> line.startsWith("static-keys"));
  }

  @Test
  void azureLifecycleLeavesTheBaseBlobAlone() {
    assertThat(
            Rendered.of(
                    ObjectStore.azureBlob("hsstore", "hs-files")
                        .lifecycle(Lifecycle.keepingOldVersions(30))
                        .build()
                        .binding(EnvNames.none()))
                .document("hs-hs-files-lifecycle.json"))
        .isEqualTo(
            YamlText.mapping(
                """
                rules:
                  - enabled: true
                    name: removeWhatIsNotCurrent
                    type: Lifecycle
                    definition:
                      actions:
                        version:
                          delete:
                            daysAfterCreationGreaterThan: 30
                        snapshot:
                          delete:
                            daysAfterCreationGreaterThan: 30
                      filters:
                        blobTypes: [blockBlob]
                        prefixMatch: [hs-files/]
                """));
  }

  @ParameterizedTest
  @CsvSource({"HsStore, files", "hs, files", "hsstore, Files", "hsstore, a--b", "hsstore, fi"})
  void namesThatAzureWouldRefuseAreRefused(String account, String container) {
    assertThatThrownBy(() -> ObjectStore.azureBlob(account, container).build())
        .hasMessageContaining("is no name of");
  }

  @Test
  void lifecycleKeepsEverythingForADayAtLeast() {
    assertThatThrownBy(() -> new Lifecycle(0, -1))
        .hasMessage(
            """
            bucket lifecycle: Old versions are to be kept for 0 days. Give 1 day or more.
            bucket lifecycle: Unfinished uploads are to be kept for -1 days. Give 1 day or more.\
            """);
  }

  @Test
  void volumeIsMountedAndItsClaimRendered() {
    Binding binding =
        ObjectStore.volume(
                ClaimSpec.of("hs-files", Quantity.of("500Gi"))
                    .accessMode(AccessMode.READ_WRITE_MANY)
                    .storageClass("efs"),
                "/var/files")
            .binding(EVERYTHING);

    assertThat(env(binding)).isEqualTo(YamlText.mapping("env: [{name: PATH, value: /var/files}]"));
    assertThat(binding.mounts())
        .singleElement()
        .satisfies(
            mount -> {
              assertThat(mount.toNode())
                  .isEqualTo(YamlText.mapping("{name: hs-files, mountPath: /var/files}"));
              assertThat(mount.volume().toNode())
                  .isEqualTo(
                      YamlText.mapping(
                          "{name: hs-files, persistentVolumeClaim: {claimName: hs-files}}"));
            });
    assertThat(Rendered.of(binding).body())
        .isEqualTo(
            YamlText.mapping(
                """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: hs-files
                  namespace: hyperscience
                  labels:
                    app.kubernetes.io/managed-by: slipway
                spec:
                  accessModes: [ReadWriteMany]
                  storageClassName: efs
                  resources:
                    requests:
                      storage: 500Gi
                """));
    assertThat(binding.egress()).isEmpty();
    assertThat(binding.grants()).isEmpty();
  }

  @Test
  void existingClaimIsDeclaredOnly() {
    Binding binding =
        ObjectStore.existingClaim("hs.files", AccessMode.READ_WRITE_MANY, "/var/files")
            .binding(EnvNames.of(PATH, "FILES"));

    assertThat(Rendered.of(binding).manifests().isEmpty()).isTrue();
    assertThat(Rendered.of(binding).declared())
        .containsExactly(
            new Declaration.Existing(
                new ObjectRef.Key(
                    GroupKind.of("", "PersistentVolumeClaim"), "hyperscience", "hs.files"),
                Set.of()));
    assertThat(binding.mounts().get(0).volume().name()).matches("hs-files-[0-9a-f]{8}");
  }

  @Test
  void moreThanOneWritingPodNeedsReadWriteMany() {
    assertThat(existing(AccessMode.READ_WRITE_MANY).sharedBy(5)).isEmpty();
    assertThat(existing(AccessMode.READ_WRITE_ONCE).sharedBy(1)).isEmpty();
    assertThat(existing(AccessMode.READ_WRITE_ONCE).sharedBy(2).map(Object::toString))
        .contains(
            "2 pods write to the claim 'files', which is ReadWriteOnce: the pods of one node may"
                + " mount it at a time. Ask for ReadWriteMany, of a storage class that can do it"
                + " (EFS, Filestore, Azure Files, NFS), or keep the files in an object store.");
    assertThat(existing(AccessMode.READ_WRITE_ONCE_POD).sharedBy(2)).isPresent();
    assertThat(ObjectStore.gcs("files").build().sharedBy(100)).isEmpty();
  }

  private static ObjectStore existing(AccessMode mode) {
    return ObjectStore.existingClaim("files", mode, "/files");
  }

  @Test
  void everyProblemOfAVolumeIsReportedAtOnce() {
    assertThatThrownBy(
            () -> ObjectStore.existingClaim("Files", AccessMode.READ_ONLY_MANY, "files:ro"))
        .hasMessage(
            """
            volume claim 'Files': The claim's name 'Files' may only have lower-case letters, digits, '-' and '.', each part beginning and ending with a letter or digit. Rename it.
            volume claim 'Files': The claim is ReadOnlyMany, and files are to be written. Ask for ReadWriteMany, or ReadWriteOnce for a single pod.
            volume claim 'Files': 'files:ro' is no path to mount a volume at. Give an absolute path without a colon.\
            """);
  }

  @Test
  void storesCanBeTold() {
    assertThat(ObjectStore.s3("files").region("eu-west-1").build().described())
        .isEqualTo(Text.of("S3 bucket 'files' in eu-west-1"));
    assertThat(ObjectStore.gcs("files").build().described())
        .isEqualTo(Text.of("Google Cloud Storage bucket 'files'"));
    assertThat(ObjectStore.azureBlob("account", "files").build().described())
        .isEqualTo(Text.of("Azure blob container 'files' of storage account 'account'"));
    assertThat(existing(AccessMode.READ_WRITE_MANY).described())
        .isEqualTo(Text.of("volume claim 'files' (ReadWriteMany) at /files"));
  }

  @Test
  void azureIsSaidToCountFromAVersionsWriting() {
    Binding kept =
        ObjectStore.azureBlob("hsfiles", "files")
            .lifecycle(Lifecycle.keepingOldVersions(30))
            .build()
            .binding(EnvNames.none());

    assertThat(Rendered.of(kept).noticed())
        .containsExactly(
            "azure-version-age WARNING Azure counts the age of a version from when it was written:"
                + " a blob of 'files' that is older than 30 days and is then overwritten or deleted"
                + " loses its old version within a day or two, not after 30 days. Turn on soft"
                + " delete for the blobs of the account, which counts from the deletion: az storage"
                + " account blob-service-properties update --account-name hsfiles"
                + " --enable-delete-retention true --delete-retention-days 30.");
    assertThat(
            Rendered.of(ObjectStore.azureBlob("hsfiles", "files").build().binding(EnvNames.none()))
                .noticed())
        .isEmpty();
  }
}
