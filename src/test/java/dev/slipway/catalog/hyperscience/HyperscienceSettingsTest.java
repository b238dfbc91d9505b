package dev.slipway.catalog.hyperscience;

import static dev.slipway.catalog.hyperscience.Installations.env;
import static dev.slipway.catalog.hyperscience.Installations.notices;
import static dev.slipway.catalog.hyperscience.Installations.object;
import static dev.slipway.catalog.hyperscience.Installations.plan;
import static dev.slipway.catalog.hyperscience.Installations.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backing.DatabaseSetting;
import dev.slipway.backing.EnvNames;
import dev.slipway.backing.ObjectStore;
import dev.slipway.backing.StoreSetting;
import dev.slipway.cluster.Cluster;
import dev.slipway.render.Plan;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Notice;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which variables the platform is told of its database and its file store. */
class HyperscienceSettingsTest {
  private static final Cluster EKS = Installations.eks("1.32").build();

  @Test
  void thePublicNamesTellOfDatabaseAndBucket() {
    Plan plan = plan(EKS, whole().version("40.1.2"));

    assertThat(env(object(plan, "Deployment", "hs-platform")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "FORMS_DB_TYPE", "postgres",
                "FORMS_DB_HOST", "db.example.com",
                "FORMS_DB_PORT", "5432",
                "FORMS_DB_NAME", "forms",
                "FORMS_DB_USER", "hs",
                "FORMS_DB_PASSWORD", "hs-db/password",
                "FORMS_STORAGE_MODE", "S3_EX",
                "FILE_STORE_S3_BUCKET", "hs-files",
                "FILE_STORE_S3_REGION", "eu-west-1"));
    assertThat(notices(plan, "hyperscience-storage-mode")).isEmpty();
    assertThat(notices(plan, "hyperscience-store-names")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "35.0.9, S3",
    "36.0.5, S3",
    "36.0.6, S3_EX",
    "36.0.10, S3_EX",
    "36.1.0, S3_EX",
    "40, S3_EX",
  })
  void theModeForS3HasAnotherNameFrom36_0_6On(String version, String mode) {
    assertThat(env(object(plan(EKS, whole().version(version)), "Deployment", "hs-platform")))
        .containsEntry("FORMS_STORAGE_MODE", mode);
  }

  @Test
  void anS3CompatibleStoreIsReachedWithStaticKeysFromItsSecret() {
    Plan plan =
        plan(
            EKS,
            whole()
                .fileStore(
                    ObjectStore.s3("hs-files")
                        .endpoint("https://minio.example.com:9000")
                        .credentials(
                            SecretSource.existing("hs-s3")
                                .key("accessKeyId", "id")
                                .key("secretAccessKey", "key")
                                .build())
                        .build()));

    assertThat(env(object(plan, "Deployment", "hs-platform")))
        .containsEntry("AWS_ENDPOINT_URL_S3", "https://minio.example.com:9000")
        .containsEntry("AWS_ACCESS_KEY_ID", "hs-s3/id")
        .containsEntry("AWS_SECRET_ACCESS_KEY", "hs-s3/key")
        .doesNotContainKey("FILE_STORE_S3_REGION");
    assertThat(env(object(plan, "Deployment", "hs-trainer"))).containsOnlyKeys("POD_NAME");
  }

  @Test
  void forOtherStoresTheUserIsToldThatTheVendorsWordsAreMissing() {
    Plan plan = plan(EKS, whole().fileStore(Installations.sharedVolume()));

    assertThat(env(object(plan, "Deployment", "hs-platform")))
        .doesNotContainKey("FORMS_STORAGE_MODE");
    assertThat(notices(plan, "hyperscience-storage-mode"))
        .containsExactly(
            "WARNING: Nothing tells Hyperscience which kind of file store it has: the value of"
                + " FORMS_STORAGE_MODE is public for S3 only. Give the vendor's word for this kind"
                + " of store as storageMode.");
    assertThat(notices(plan, "hyperscience-store-names"))
        .containsExactly(
            "WARNING: Nothing tells Hyperscience where its file store is: the names of those"
                + " settings are public for S3 only. Give the vendor's names for them as names:"
                + " {fileStore: {…}}.");
  }

  @Test
  void everyNameAndWordCanBeGiven() {
    Plan plan =
        plan(
            EKS,
            whole()
                .fileStore(Installations.sharedVolume())
                .storageMode("FILESYSTEM")
                .names(
                    new SettingNames(
                        DatabaseSetting.prefixed("PG_").without(DatabaseSetting.TYPE),
                        "STORE",
                        EnvNames.of(StoreSetting.PATH, "STORE_PATH"))));

    assertThat(env(object(plan, "Deployment", "hs-platform")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "PG_HOST", "db.example.com",
                "PG_PORT", "5432",
                "PG_NAME", "forms",
                "PG_USER", "hs",
                "PG_PASSWORD", "hs-db/password",
                "STORE", "FILESYSTEM",
                "STORE_PATH", "/files"));
    assertThat(plan.notices())
        .extracting(Notice::rule)
        .doesNotContain("hyperscience-storage-mode", "hyperscience-store-names");
  }
}
