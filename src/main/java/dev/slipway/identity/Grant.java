package dev.slipway.identity;

import dev.slipway.manifest.Text;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A right in a cloud that a workload's pods need. */
public sealed interface Grant {

  /**
   * Reading, writing and deleting the objects of an S3 bucket.
   *
   * @param bucket its name
   * @param kmsKeyArn the customer-managed key that encrypts it, if one does
   */
  record S3Bucket(Text bucket, Optional<Text> kmsKeyArn) implements Grant {
    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof S3Bucket that
          && bucket.equals(that.bucket)
          && kmsKeyArn.equals(that.kmsKeyArn);
    }

    @Override
    public int hashCode() {
      return Objects.hash(bucket, kmsKeyArn);
    }
  }

  /**
   * Reading, writing and deleting the objects of a Google Cloud Storage bucket.
   *
   * @param bucket its name
   * @param kmsKey the customer-managed key's resource name, {@code
   *     projects/p/locations/l/keyRings/r/cryptoKeys/k}, if one encrypts it
   */
  record GcsBucket(Text bucket, Optional<Text> kmsKey) implements Grant {}

  /**
   * Reading, writing and deleting the blobs of a container of an Azure storage account.
   *
   * @param keyVaultKey the customer-managed key, {@code https://v.vault.azure.net/keys/k} or its
   *     resource id, if one encrypts it
   */
  record BlobContainer(Text account, Text container, Optional<Text> keyVaultKey) implements Grant {}

  /**
   * Reading a secret of AWS Secrets Manager.
   *
   * @param secret its name, or its ARN, which must then be known
   * @param region the region that it is in; absent for the cluster's own
   */
  record AwsSecret(Text secret, Optional<String> region) implements Grant {}

  /**
   * Reading a parameter of AWS Systems Manager's Parameter Store.
   *
   * @param parameter its name, or its ARN, which must then be known
   * @param region the region that it is in; absent for the cluster's own
   */
  record AwsParameter(Text parameter, Optional<String> region) implements Grant {}

  /**
   * Reading the secrets of an Azure key vault. The vault must go by role assignments, not by access
   * policies.
   *
   * @param vault its name, without a domain
   * @param clientId the client id of the identity that reads it
   */
  record KeyVaultSecrets(Text vault, Text clientId) implements Grant {}

  /**
   * Reading the versions of a secret of Google's Secret Manager.
   *
   * @param secret its resource name, {@code projects/p/secrets/s}
   */
  record GoogleSecret(Text secret) implements Grant {}

  /**
   * Logging in to a managed database with the identity instead of a password.
   *
   * @param resource the database's name in the cloud: on AWS the RDS resource id with its user,
   *     {@code db-ABCDEFGHIJKL01234/app}; on Google Cloud the Cloud SQL connection name, {@code
   *     project:region:instance}; on Azure the server's name
   */
  record DatabaseLogin(Text resource) implements Grant {}
}
