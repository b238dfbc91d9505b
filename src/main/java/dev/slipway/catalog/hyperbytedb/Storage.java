package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Choice;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Quantity;

/** Where its data is kept: {@code spec.storage}. */
public final class Storage {
  private static final Part PART = Part.SPEC.under("storage");
  private static final Part CLAIM = PART.under("volumeClaimTemplate");
  private static final Part S3 = PART.under("s3");

  /** {@code storage.backend}: local or s3; local unless set. */
  public static final Setting<Backend> BACKEND =
      PART.setting(
          Field.optional(
                  "backend",
                  Type.oneOf(
                      Choice.of("local", Backend.LOCAL, "the members' own volumes"),
                      Choice.of("s3", Backend.S3, "a bucket, which must be given")),
                  "Where Parquet files are kept.")
              .byDefault(Backend.LOCAL)
              .example("s3"));

  /** {@code storage.volumeClaimTemplate.storageClassName}: the class of the members' volumes. */
  public static final Setting<String> STORAGE_CLASS_NAME =
      CLAIM.setting(
          Field.optional("storageClassName", Type.string(), "The class of the members' volumes.")
              .byDefaultIs("the cluster's default class")
              .example("fast-ssd"));

  /** {@code storage.volumeClaimTemplate.size}: of each member's volume; 10Gi unless set. */
  public static final Setting<Quantity> SIZE =
      CLAIM.setting(
          Field.optional("size", Type.bytes(), "The size of each member's volume.")
              .byDefault(Quantity.of("10Gi"))
              .example("50Gi"));

  /** {@code storage.s3.bucket}: the bucket's name; must be set where the backend is s3. */
  public static final Setting<String> S3_BUCKET =
      S3.setting(
          Field.required("bucket", Type.string(), "The bucket's name.")
              .example("hyperbytedb-data"));

  /** {@code storage.s3.prefix}: what the keys in the bucket begin with. */
  public static final Setting<String> S3_PREFIX =
      S3.setting(
          Field.optional("prefix", Type.string(), "What the keys in the bucket begin with.")
              .example("production/"));

  /** {@code storage.s3.region}: the AWS region. */
  public static final Setting<String> S3_REGION =
      S3.setting(Field.optional("region", Type.string(), "The AWS region.").example("us-east-1"));

  /** {@code storage.s3.endpoint}: the URL of a store that speaks S3 and is not AWS's. */
  public static final Setting<String> S3_ENDPOINT =
      S3.setting(
          Field.optional(
                  "endpoint", Type.string(), "The URL of a store that speaks S3 and is not AWS's.")
              .example("https://minio.example.com"));

  /**
   * {@code storage.s3.credentialsSecretName}: a Secret with the keys {@code access_key_id} and
   * {@code secret_access_key}.
   */
  public static final Setting<String> S3_CREDENTIALS_SECRET_NAME =
      S3.setting(
          Field.optional(
                  "credentialsSecretName",
                  Type.string().of(Format.DNS_SUBDOMAIN),
                  "A Secret with the keys access_key_id and secret_access_key.")
              .example("hyperbytedb-s3-credentials"));

  private Storage() {}

  static Shape shape() {
    return Shape.of(
        "storage",
        "storage",
        "Where its data is kept.",
        "{backend: local, volumeClaimTemplate: {size: 10Gi}}",
        BACKEND,
        Shape.of(
            "volumeClaimTemplate",
            "volume",
            "Each member's volume.",
            "{size: 10Gi}",
            STORAGE_CLASS_NAME,
            SIZE),
        Shape.of(
            "s3",
            "bucket",
            "The bucket of the backend s3.",
            "{bucket: hyperbytedb-data, region: us-east-1}",
            S3_BUCKET,
            S3_PREFIX,
            S3_REGION,
            S3_ENDPOINT,
            S3_CREDENTIALS_SECRET_NAME));
  }

  /** Where Parquet files are kept. */
  public enum Backend {
    LOCAL,
    S3
  }
}
