package dev.slipway.backing;

/** What a consumer can be told about an object store; each store knows some of it. */
public enum StoreSetting {
  /** The bucket of S3 or Google Cloud Storage. */
  BUCKET("bucket"),
  REGION("region"),
  /** The URL of the store's API. */
  ENDPOINT("endpoint"),
  /** How the keys of the consumer's objects begin. */
  PREFIX("prefix"),
  /**
   * Whether the bucket stands in the path of a URL instead of its host: {@code true}, or absent.
   */
  PATH_STYLE("path style"),
  /** The key that new objects are encrypted with, as its cloud names it. */
  ENCRYPTION_KEY("encryption key"),
  /** The Azure storage account. */
  ACCOUNT("account"),
  /** The Azure blob container. */
  CONTAINER("container"),
  /** The folder of a volume. */
  PATH("path"),
  /** The id of a static key of S3; absent where the pods have a role. */
  ACCESS_KEY_ID("access key id"),
  /** A static key of S3; absent where the pods have a role. */
  SECRET_ACCESS_KEY("secret access key"),
  /** A static key of an Azure storage account; absent where the pods have an identity. */
  ACCOUNT_KEY("account key"),
  /** The file of a static key of Google's; absent where the pods have an identity. */
  CREDENTIALS_FILE("credentials file");

  private final String what;

  StoreSetting(String what) {
    this.what = what;
  }

  @Override
  public String toString() {
    return what;
  }
}
