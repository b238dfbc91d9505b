package dev.slipway.identity;

import dev.slipway.manifest.Text;
import java.util.Optional;

/** A right in a cloud that a workload's pods need. */
public sealed interface Grant {

  /**
   * Reading, writing and deleting the objects of an S3 bucket.
   *
   * @param kmsKeyArn the customer-managed key that encrypts it, if one does
   */
  record S3Bucket(Text bucket, Optional<Text> kmsKeyArn) implements Grant {}

  /**
   * Reading, writing and deleting the objects of a Google Cloud Storage bucket.
   *
   * @param kmsKey the customer-managed key's resource name, if one encrypts it
   */
  record GcsBucket(Text bucket, Optional<Text> kmsKey) implements Grant {}

  /** Reading, writing and deleting the blobs of a container of an Azure storage account. */
  record BlobContainer(Text account, Text container, Optional<Text> keyVaultKey) implements Grant {}

  /**
   * Logging in to a managed database with the identity instead of a password.
   *
   * @param resource the database's name in the cloud: an RDS resource id with its user, a Cloud SQL
   *     instance, an Azure server
   */
  record DatabaseLogin(Text resource) implements Grant {}
}
