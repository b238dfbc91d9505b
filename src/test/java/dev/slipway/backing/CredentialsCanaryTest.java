package dev.slipway.backing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.Application;
import dev.slipway.app.Workload;
import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Text;
import dev.slipway.pod.Container;
import dev.slipway.secret.RegistryLogin;
import dev.slipway.secret.SecretSource;
import dev.slipway.testing.Rendered;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application whose every credential is a literal: the values stand in its Secrets only. */
class CredentialsCanaryTest {
  private static final String CANARY = "canary-5b1f0e7a";

  private static final SecretSource DATABASE_SECRET =
      SecretSource.literal("hs-db").value("password", Text.of(CANARY)).build();
  private static final Database DATABASE =
      Database.postgres("16")
          .host("db.example")
          .name("forms")
          .user("hs")
          .credentials(DATABASE_SECRET)
          .build();
  private static final ObjectStore STORE =
      ObjectStore.s3("hs-files")
          .region("eu-west-1")
          .lifecycle(Lifecycle.keepingOldVersions(30))
          .credentials(
              SecretSource.literal("hs-store")
                  .value("accessKeyId", Text.of("AKIA"))
                  .value("secretAccessKey", Text.of(CANARY))
                  .build())
          .build();
  private static final ImageRegistry REGISTRY =
      ImageRegistry.at("registry.example")
          .pullSecret(
              SecretSource.registryCredentials(
                  "registry", RegistryLogin.of("registry.example", "hs", Text.of(CANARY))))
          .build();

  private static Workload workload(String name) {
    EnvNames<StoreSetting> store =
        EnvNames.of(StoreSetting.BUCKET, "BUCKET")
            .and(StoreSetting.ACCESS_KEY_ID, "AWS_ACCESS_KEY_ID")
            .and(StoreSetting.SECRET_ACCESS_KEY, "AWS_SECRET_ACCESS_KEY");
    return Workload.deployment(name)
        .container(Container.builder("app", REGISTRY.image("forms", "40.1").reference()).build())
        .uses(DATABASE.binding(DatabaseSetting.prefixed("FORMS_DB_")))
        .uses(STORE.binding(store))
        .imagePullSecret("registry")
        .build();
  }

  private static Rendered application() {
    return Rendered.of(
        Application.builder("hs")
            .workload(workload("forms"))
            .workload(workload("blocks"))
            .with(REGISTRY)
            .build());
  }

  @Test
  void secretsOfTwoWorkloadsStandOnce() {
    assertThat(application().manifests().ofKind("Secret"))
        .extracting(manifest -> manifest.ref().name())
        .containsExactly("hs-db", "hs-store", "registry");
  }

  @Test
  void valuesStandInTheDataOfSecretsOnly() {
    Rendered rendered = application();
    ManifestSet manifests = rendered.manifests();

    for (Manifest manifest : manifests) {
      if (manifest.ref().kind().equals("Secret")) {
        assertThat(Rendered.json(manifest)).containsAnyOf(base64());
      } else {
        assertClean(Rendered.json(manifest));
      }
      assertClean(manifest.toString());
    }
    assertClean(rendered.asideFromObjects());
    assertClean(List.of(DATABASE, STORE, REGISTRY).toString());
  }

  @Test
  void podsAreRolledByADigestThatIsNotTheValues() {
    Manifest deployment = application().manifests().ofKind("Deployment").get(0);
    String annotation =
        ((Text)
                deployment
                    .spec()
                    .mapping("template")
                    .mapping("metadata")
                    .mapping("annotations")
                    .asMap()
                    .get("slipway.dev/secret-revision"))
            .known()
            .orElseThrow();

    assertThat(annotation).matches("[0-9a-f]{64}").isNotEqualTo(Derivation.SHA256.apply(CANARY));
  }

  /** The value as the three Secrets have it, the last one two times encoded. */
  private static String[] base64() {
    String own = Derivation.BASE64.apply(CANARY);
    String config =
        "{\"auths\":{\"registry.example\":{\"username\":\"hs\",\"password\":\""
            + CANARY
            + "\",\"auth\":\""
            + Derivation.BASE64.apply("hs:" + CANARY)
            + "\"}}}";
    return new String[] {own, Derivation.BASE64.apply(config)};
  }

  private static void assertClean(String shown) {
    assertThat(shown)
        .doesNotContain(CANARY)
        .doesNotContain(Derivation.SHA256.apply(CANARY).substring(0, 8));
    for (int offset = 0; offset < 3; offset++) {
      String encoded = Derivation.BASE64.apply("x".repeat(offset) + CANARY);
      assertThat(shown).doesNotContain(encoded.substring(4, encoded.length() - 4));
    }
  }
}
