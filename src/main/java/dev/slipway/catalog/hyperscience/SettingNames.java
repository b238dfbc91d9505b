package dev.slipway.catalog.hyperscience;

import dev.slipway.backing.DatabaseSetting;
import dev.slipway.backing.EnvNames;
import dev.slipway.backing.StoreSetting;
import java.util.Optional;

/**
 * Under which names Hyperscience reads its settings. The vendor publishes those of its edition for
 * virtual machines, which are the default here. The name for the database's password is not among
 * them and follows the others; for file stores other than S3 none is.
 *
 * @param storageMode the variable that says which kind of file store it is
 * @param store the variables that tell of the file store; those published for S3 where empty
 */
public record SettingNames(
    EnvNames<DatabaseSetting> database,
    String storageMode,
    Optional<EnvNames<StoreSetting>> store) {
  static final EnvNames<StoreSetting> S3 =
      EnvNames.of(StoreSetting.BUCKET, "FILE_STORE_S3_BUCKET")
          .and(StoreSetting.REGION, "FILE_STORE_S3_REGION");

  public static final SettingNames DEFAULT =
      new SettingNames(
          DatabaseSetting.prefixed("FORMS_DB_"), "FORMS_STORAGE_MODE", Optional.empty());
}
