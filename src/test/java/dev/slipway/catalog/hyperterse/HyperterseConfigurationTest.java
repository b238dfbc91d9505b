package dev.slipway.catalog.hyperterse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.KeyRef;
import dev.slipway.secret.SecretSource;
import dev.slipway.testing.YamlText;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HyperterseConfigurationTest {

  @Test
  void aVariableThatTheConfigurationNamesMustBeGiven() {
    assertThatThrownBy(
            () ->
                Servers.strict()
                    .configuration(file("url: {{ env.DATABASE_URL }}\nkey: '{{env.API_KEYS}}'\n"))
                    .build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "The configuration refers to {{ env.API_KEYS }}, which is not given: the server would"
                + " not start.")
        .hasMessageContaining("Did you mean 'API_KEY'?")
        .hasMessageNotContaining("DATABASE_URL }}");
  }

  @Test
  void aVariableThatTheImagesConfigurationNamesMustBeGivenToo() {
    assertThatThrownBy(() -> Servers.strict().refersTo("API_KEY", "CRM_URL").build())
        .hasMessageContaining("The image's configuration refers to {{ env.CRM_URL }}")
        .hasMessageNotContaining("env.API_KEY ");
  }

  @Test
  void everyWayOfGivingAVariableCounts() {
    Hyperterse.Builder server =
        Servers.strict()
            .env(EnvVar.of("REGION", "eu"))
            .env(EnvVar.field("POD_NAME", "metadata.name"))
            .refersTo("DATABASE_URL", "API_KEY", "REGION", "POD_NAME");

    assertThat(server.build().application().workloads()).hasSize(1);
  }

  @Test
  void aSecretThatNobodyGivesIsRefusedAsThePagesOwnIs() {
    Hyperterse.Builder page =
        Servers.bare()
            .env(EnvVar.secret("DATABASE_URL", new KeyRef("db-credentials", "url")))
            .env(EnvVar.secret("API_KEY", new KeyRef("api-credentials", "key")))
            .secret(Servers.database("postgresql://user:password@db-host:5432/app"));

    assertThatThrownBy(page::build)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "The variable 'API_KEY' is taken from key 'key' of Secret 'api-credentials', which none"
                + " of the secrets has.")
        .hasMessageContaining("secrets: [{existing: api-credentials, keys: [key]}]")
        .hasMessageNotContaining("db-credentials");
  }

  @Test
  void aKeyThatTheSecretLacksIsRefused() {
    assertThatThrownBy(
            () ->
                Servers.bare()
                    .env(EnvVar.secret("DATABASE_URL", new KeyRef("db-credentials", "uri")))
                    .secret(Servers.database("postgresql://db-host/app"))
                    .build())
        .hasMessageContaining("key 'uri' of Secret 'db-credentials'");
  }

  @Test
  void aChangedConfigurationRollsThePods() {
    assertThat(annotation("slipway.dev/config-checksum", Servers.strict().configuration(file("a"))))
        .isEqualTo(
            annotation("slipway.dev/config-checksum", Servers.strict().configuration(file("a"))))
        .isNotEqualTo(
            annotation("slipway.dev/config-checksum", Servers.strict().configuration(file("b"))));
  }

  @Test
  void aChangedLiteralRollsThePods() {
    assertThat(annotation("slipway.dev/secret-revision", withUrl("one")))
        .isEqualTo(annotation("slipway.dev/secret-revision", withUrl("one")))
        .isNotEqualTo(annotation("slipway.dev/secret-revision", withUrl("two")));
  }

  @Test
  void aSecretFromElsewhereRollsThePodsByItsRevision() {
    assertThat(annotation("slipway.dev/secret-revision", withRevision("1")))
        .isNotEqualTo(annotation("slipway.dev/secret-revision", withRevision("2")));
  }

  @Test
  void anotherPortIsToldByTheVariable() {
    assertThat(Servers.container(Servers.strict().port(9000)).seq("env"))
        .contains(YamlText.mapping("{name: PORT, value: \"9000\"}"));
    assertThat(
            Servers.objects(Servers.strict().port(9000))
                .get("Service hyperterse")
                .mapping("spec")
                .seq("ports"))
        .containsExactly(YamlText.mapping("{port: 80, targetPort: 9000}"));
  }

  @Test
  void aPortOfTheConfigurationWinsSoItMustBeTheOneGiven() {
    String configuration = "name: tools\nserver:\n  # ours\n  port: 9000\nport: 1\n";

    assertThatThrownBy(() -> Servers.strict().configuration(file(configuration)).build())
        .hasMessageContaining(
            "The configuration has server.port 9000, which wins over the port 8080 that is given.");
    assertThat(Servers.strict().port(9000).configuration(file(configuration)).build()).isNotNull();
  }

  @Test
  void slowConnectorsGetAStartupProbeForAsLongAsTheyMayTake() {
    assertThat(
            Servers.container(Servers.strict().startup(Duration.ofSeconds(121)))
                .mapping("startupProbe"))
        .isEqualTo(
            YamlText.mapping(
                "{httpGet: {path: /heartbeat, port: 8080}, periodSeconds: 5, failureThreshold:"
                    + " 25}"));
  }

  private static Configuration file(String content) {
    return new Configuration("/etc/hyperterse", Map.of("server.yaml", content));
  }

  private static Hyperterse.Builder withUrl(String url) {
    return Servers.bare()
        .env(EnvVar.secret("DATABASE_URL", new KeyRef("db-credentials", "url")))
        .secret(Servers.database(url));
  }

  private static Hyperterse.Builder withRevision(String revision) {
    return Servers.bare()
        .env(EnvVar.secret("API_KEY", new KeyRef("api-credentials", "key")))
        .secret(SecretSource.existing("api-credentials").keys("key").revision(revision).build());
  }

  private static String annotation(String key, Hyperterse.Builder server) {
    return String.valueOf(
        Servers.pods(server).mapping("metadata").mapping("annotations").string(key));
  }
}
