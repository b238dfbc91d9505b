package dev.slipway.catalog.hyperscience;

import dev.slipway.backing.DatabaseSetting;
import dev.slipway.backing.EnvNames;
import dev.slipway.backing.GcsStore;
import dev.slipway.backing.ObjectStore;
import dev.slipway.backing.S3Store;
import dev.slipway.backing.StoreSetting;
import java.util.Map;

/**
 * Under which names Hyperscience reads its settings. The vendor publishes those of its edition for
 * virtual machines, which are the default here. The name for the database's password is not among
 * them and follows the others; of file stores other than S3 none is.
 *
 * @param storageMode the variable that says which kind of file store it is
 * @param store the variables that tell of the file store, so far as they are not the usual ones
 */
public record SettingNames(
    EnvNames<DatabaseSetting> database, String storageMode, EnvNames<StoreSetting> store) {
  public static final SettingNames DEFAULT =
      new SettingNames(
          DatabaseSetting.prefixed("FORMS_DB_"), "FORMS_STORAGE_MODE", EnvNames.none());

  /**
   * The vendor's, and those that Amazon's own libraries read.
   *
   * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">Settings
   *     of the AWS SDKs</a>
   */
  private static final EnvNames<StoreSetting> S3 =
      EnvNames.of(StoreSetting.BUCKET, "FILE_STORE_S3_BUCKET")
          .and(StoreSetting.REGION, "FILE_STORE_S3_REGION")
          .and(StoreSetting.ENDPOINT, "AWS_ENDPOINT_URL_S3")
          .and(StoreSetting.ACCESS_KEY_ID, "AWS_ACCESS_KEY_ID")
          .and(StoreSetting.SECRET_ACCESS_KEY, "AWS_SECRET_ACCESS_KEY");

  /**
   * What Google's own libraries read.
   *
   * @see <a
   *     href="https://cloud.google.com/docs/authentication/application-default-credentials">Application
   *     Default Credentials</a>
   */
  private static final EnvNames<StoreSetting> GCS =
      EnvNames.of(StoreSetting.CREDENTIALS_FILE, "GOOGLE_APPLICATION_CREDENTIALS");

  /** The variables that tell of a store. */
  EnvNames<StoreSetting> of(ObjectStore kind) {
    EnvNames<StoreSetting> names =
        kind instanceof S3Store ? S3 : kind instanceof GcsStore ? GCS : EnvNames.none();
    for (Map.Entry<StoreSetting, String> own : store.names().entrySet()) {
      names = names.and(own.getKey(), own.getValue());
    }
    return names;
  }

  /** Whether the vendor's name is known for what tells a store from others of its kind. */
  boolean tells(ObjectStore kind) {
    EnvNames<StoreSetting> names = of(kind);
    return names.variable(StoreSetting.BUCKET).isPresent()
        || names.variable(StoreSetting.CONTAINER).isPresent()
        || names.variable(StoreSetting.PATH).isPresent();
  }
}
