package dev.slipway.notation;

import dev.slipway.backing.AzureBlobStore;
import dev.slipway.backing.GcsStore;
import dev.slipway.backing.Lifecycle;
import dev.slipway.backing.ObjectStore;
import dev.slipway.backing.S3Store;
import dev.slipway.backing.VolumeStore;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Text;
import dev.slipway.pod.ClaimSpec;
import dev.slipway.pod.ClaimSpec.AccessMode;
import dev.slipway.secret.SecretSource;
import java.util.List;

/** Where an application keeps its files, in a file. */
public final class StoreNotation {
  private static final Field<String> PREFIX =
      Field.optional("prefix", Type.string(), "How the keys of the objects begin.")
          .example("shop/");
  private static final Field<SecretSource> CREDENTIALS =
      Field.optional(
              "credentials",
              Type.later(() -> SecretNotation.type()),
              "Static keys, for pods that have no identity in the cloud.")
          .example("{existing: shop-s3, keys: [accessKeyId, secretAccessKey]}");
  private static final Field<List<String>> ADDRESSES =
      Field.optional(
              "addresses",
              Type.listOf(Type.string()),
              "Ranges of addresses in which the store is, for the network policy.")
          .byDefaultIs("anywhere")
          .example("[10.0.0.0/16]");
  private static final Field<Integer> OLD_VERSIONS =
      Field.optional(
              "keepOldVersionsDays",
              Type.integer(1, 36500),
              "After how many days replaced or deleted objects may go, in a lifecycle document for"
                  + " the cloud. Current ones never do.")
          .byDefaultIs("no lifecycle document")
          .example("30");

  private static final Field<Text> S3 =
      Field.required("s3", Type.openText(), "The bucket's name.").example("shop-files");
  private static final Field<String> REGION =
      Field.optional("region", Type.string(), "The bucket's region.").example("eu-west-1");
  private static final Field<Text> ENDPOINT =
      Field.optional("endpoint", Type.openText(), "The URL of a store that speaks as S3 does.")
          .byDefaultIs("Amazon's own")
          .example("https://minio.example.com");
  private static final Field<Boolean> PATH_STYLE =
      Field.optional("pathStyle", Type.bool(), "Whether the bucket stands in the path of a URL.")
          .byDefault(false)
          .example("true");
  private static final Field<Text> KMS_KEY =
      Field.optional("kmsKey", Type.openText(), "The ARN of the KMS key that encrypts the bucket.")
          .example("arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-4e5f-6789-abcd-ef0123456789");
  private static final Definition<S3Store> ON_S3 =
      Definition.of("S3 bucket", "A bucket of Amazon S3, or of a store that speaks as it does.")
          .fields(S3, REGION, ENDPOINT, PREFIX, PATH_STYLE, KMS_KEY, CREDENTIALS, ADDRESSES)
          .fields(OLD_VERSIONS)
          .building(StoreNotation::s3);

  private static final Field<Text> GCS =
      Field.required("gcs", Type.openText(), "The bucket's name.").example("shop-files");
  private static final Field<Text> GCS_KEY =
      Field.optional(
              "kmsKey", Type.openText(), "The resource name of the key that encrypts the bucket.")
          .example("projects/p/locations/l/keyRings/r/cryptoKeys/k");
  private static final Definition<GcsStore> ON_GCS =
      Definition.of("GCS bucket", "A bucket of Google Cloud Storage.")
          .fields(GCS, PREFIX, GCS_KEY, CREDENTIALS, ADDRESSES, OLD_VERSIONS)
          .building(StoreNotation::gcs);

  private static final Field<Text> AZURE =
      Field.required("azureBlob", Type.openText(), "The storage account's name.")
          .example("shopfiles");
  private static final Field<Text> CONTAINER =
      Field.required("container", Type.openText(), "The container's name.").example("files");
  private static final Field<Text> VAULT_KEY =
      Field.optional("keyVaultKey", Type.openText(), "The id of the key that encrypts the account.")
          .example("https://shop-kv.vault.azure.net/keys/files");
  private static final Definition<AzureBlobStore> ON_AZURE =
      Definition.of("Azure Blob container", "A container of an Azure storage account.")
          .fields(AZURE, CONTAINER, PREFIX, VAULT_KEY, CREDENTIALS, ADDRESSES, OLD_VERSIONS)
          .building(StoreNotation::azure);

  private static final Field<String> VOLUME =
      Field.required("volume", Type.string(), "A PersistentVolumeClaim, by name.")
          .example("shop-files");
  private static final Field<String> PATH =
      Field.required("path", Type.string(), "Where the containers see it.").example("/files");
  private static final Field<Quantity> SIZE =
      Field.optional(
              "size", Type.bytes(), "The size of the claim, where it comes with the application.")
          .byDefaultIs("the claim is there already")
          .example("100Gi");
  private static final Field<String> STORAGE_CLASS =
      Field.optional("storageClass", Type.string(), "The claim's storage class.")
          .byDefaultIs("the cluster's default class")
          .example("efs");
  private static final Field<AccessMode> ACCESS_MODE =
      Field.optional(
              "accessMode", VolumeNotation.accessMode(), "Who may mount the volume at a time.")
          .byDefault(AccessMode.READ_WRITE_MANY)
          .example("ReadWriteMany");
  private static final Definition<VolumeStore> ON_VOLUME =
      Definition.of("volume store", "A volume of the cluster.")
          .fields(VOLUME, PATH, SIZE, STORAGE_CLASS, ACCESS_MODE)
          .building(StoreNotation::volume);

  private StoreNotation() {}

  public static Type<ObjectStore> type() {
    return Type.variant(
        "file store",
        Variant.of("s3", () -> ON_S3),
        Variant.of("gcs", ON_GCS),
        Variant.of("azureBlob", ON_AZURE),
        Variant.of("volume", ON_VOLUME));
  }

  private static S3Store s3(Given given) {
    S3Store.Builder store = ObjectStore.s3(given.get(S3));
    if (given.has(REGION)) {
      store.region(given.get(REGION));
    }
    if (given.has(ENDPOINT)) {
      store.endpoint(given.get(ENDPOINT));
    }
    if (given.has(PREFIX)) {
      store.prefix(given.get(PREFIX));
    }
    if (given.get(PATH_STYLE)) {
      store.pathStyle();
    }
    if (given.has(KMS_KEY)) {
      store.kmsKey(given.get(KMS_KEY));
    }
    if (given.has(CREDENTIALS)) {
      store.credentials(given.get(CREDENTIALS));
    }
    if (given.has(ADDRESSES)) {
      store.addresses(given.get(ADDRESSES).toArray(new String[0]));
    }
    if (given.has(OLD_VERSIONS)) {
      store.lifecycle(Lifecycle.keepingOldVersions(given.get(OLD_VERSIONS)));
    }
    return store.build();
  }

  private static GcsStore gcs(Given given) {
    GcsStore.Builder store = ObjectStore.gcs(given.get(GCS));
    if (given.has(PREFIX)) {
      store.prefix(given.get(PREFIX));
    }
    if (given.has(GCS_KEY)) {
      store.kmsKey(given.get(GCS_KEY));
    }
    if (given.has(CREDENTIALS)) {
      store.credentials(given.get(CREDENTIALS));
    }
    if (given.has(ADDRESSES)) {
      store.addresses(given.get(ADDRESSES).toArray(new String[0]));
    }
    if (given.has(OLD_VERSIONS)) {
      store.lifecycle(Lifecycle.keepingOldVersions(given.get(OLD_VERSIONS)));
    }
    return store.build();
  }

  private static AzureBlobStore azure(Given given) {
    AzureBlobStore.Builder store = ObjectStore.azureBlob(given.get(AZURE), given.get(CONTAINER));
    if (given.has(PREFIX)) {
      store.prefix(given.get(PREFIX));
    }
    if (given.has(VAULT_KEY)) {
      store.keyVaultKey(given.get(VAULT_KEY));
    }
    if (given.has(CREDENTIALS)) {
      store.credentials(given.get(CREDENTIALS));
    }
    if (given.has(ADDRESSES)) {
      store.addresses(given.get(ADDRESSES).toArray(new String[0]));
    }
    if (given.has(OLD_VERSIONS)) {
      store.lifecycle(Lifecycle.keepingOldVersions(given.get(OLD_VERSIONS)));
    }
    return store.build();
  }

  private static VolumeStore volume(Given given) {
    return given
        .find(SIZE)
        .map(
            size ->
                ObjectStore.volume(
                    new ClaimSpec(
                        given.get(VOLUME), given.get(ACCESS_MODE), given.find(STORAGE_CLASS), size),
                    given.get(PATH)))
        .orElseGet(
            () ->
                ObjectStore.existingClaim(
                    given.get(VOLUME), given.get(ACCESS_MODE), given.get(PATH)));
  }
}
