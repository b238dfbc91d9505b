package dev.slipway.backing;

import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Text;
import dev.slipway.pod.ClaimSpec;
import java.util.Optional;

/** Where an application keeps its files: a bucket of a cloud, or a volume. It is there already. */
public sealed interface ObjectStore permits S3Store, GcsStore, AzureBlobStore, VolumeStore {

  /** A bucket of Amazon S3, or of a store that speaks as it does. */
  static S3Store.Builder s3(String bucket) {
    return s3(Text.of(bucket));
  }

  /** A bucket of Amazon S3 whose name may be known only later. */
  static S3Store.Builder s3(Text bucket) {
    return new S3Store.Builder(bucket);
  }

  /** A bucket of Google Cloud Storage. */
  static GcsStore.Builder gcs(String bucket) {
    return gcs(Text.of(bucket));
  }

  /** A bucket of Google Cloud Storage whose name may be known only later. */
  static GcsStore.Builder gcs(Text bucket) {
    return new GcsStore.Builder(bucket);
  }

  /** A container of an Azure storage account. */
  static AzureBlobStore.Builder azureBlob(String account, String container) {
    return azureBlob(Text.of(account), Text.of(container));
  }

  /** A container of an Azure storage account whose names may be known only later. */
  static AzureBlobStore.Builder azureBlob(Text account, Text container) {
    return new AzureBlobStore.Builder(account, container);
  }

  /**
   * A volume whose claim comes with the application.
   *
   * @param path where the containers see it
   */
  static VolumeStore volume(ClaimSpec claim, String path) {
    return new VolumeStore(claim.name(), claim.accessMode(), Optional.of(claim), path);
  }

  /**
   * A volume whose claim is in the namespace already.
   *
   * @param path where the containers see it
   */
  static VolumeStore existingClaim(String claim, ClaimSpec.AccessMode accessMode, String path) {
    return new VolumeStore(claim, accessMode, Optional.empty(), path);
  }

  /**
   * This store as a workload uses it. A variable for what this store does not have is left out, so
   * that a consumer can name those of every store that it works with.
   *
   * @param names the variables that the workload's containers read
   * @throws dev.slipway.manifest.InvalidInputException if a variable's name is none
   */
  Binding binding(EnvNames<StoreSetting> names);

  /** Why not all of so many pods could write to it, if that is so. */
  default Optional<Problem> sharedBy(int pods) {
    return Optional.empty();
  }

  /** What a person is told of it: {@code S3 bucket 'files' in eu-west-1}. */
  Text described();
}
