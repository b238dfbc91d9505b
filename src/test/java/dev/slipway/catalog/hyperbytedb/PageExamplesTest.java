package dev.slipway.catalog.hyperbytedb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.environment.Environment;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Inputs;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Quantity;
import dev.slipway.pod.Resources;
import dev.slipway.render.Plan;
import dev.slipway.target.Defaults;
import dev.slipway.testing.YamlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As given, the resource is what the operator's page shows, in its four examples. */
class PageExamplesTest {
  private static final Path REFERENCE = Path.of("src/test/resources/reference/hyperbytedb");

  private static Mapping example(String name) throws IOException {
    return YamlText.mapping(Files.readString(REFERENCE.resolve(name + ".yaml")));
  }

  /** An environment whose only application has the example's name, namespace and spec. */
  private static Plan plan(String name) throws IOException {
    String written = Files.readString(REFERENCE.resolve(name + ".yaml"));
    String spec = written.substring(written.indexOf("spec:"));
    String environment =
        """
        environment: page
        cluster: {name: page, kubernetes: "1.34"}
        applications:
        - name: %s
          system: hyperbytedb
          namespace: default
          defaults: as-given
        """
                .formatted(example(name).mapping("metadata").string("name"))
            + spec.indent(2);
    Environment read =
        new Environments(Catalog.systems())
            .read(
                "page.yaml",
                Inputs.of(
                    Map.of("page.yaml", environment.getBytes(StandardCharsets.UTF_8)), Map.of()))
            .orElseThrow();
    return read.plan();
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "three-node", "ha", "tls"})
  void theExampleIsReproducedWhole(String name) throws IOException {
    assertThat(Databases.resource(plan(name))).isEqualTo(example(name));
  }

  @Test
  void theFirstExampleIsReproducedFromJava() throws IOException {
    HyperbytedbCluster.Builder database =
        HyperbytedbCluster.builder("hyperbytedb-single")
            .namespace("default")
            .defaults(Defaults.AS_GIVEN)
            .set(Spec.REPLICAS, 1)
            .set(Spec.IMAGE, "hyperbytedb:latest")
            .set(Spec.VERSION, "1.0.0")
            .set(Server.PORT, 8086)
            .set(Storage.BACKEND, Storage.Backend.LOCAL)
            .set(Storage.SIZE, Quantity.of("5Gi"))
            .set(Spec.RESOURCES, Resources.requests("250m", "512Mi").limits("1", "2Gi"));

    assertThat(Databases.resource(Databases.plan(database))).isEqualTo(example("single"));
  }

  @Test
  void whatIsNotMeantInTheExamplesIsSaid() throws IOException {
    assertThat(rules("single")).containsExactly("api-not-installed", "hyperbytedb-latest-image");
    assertThat(rules("three-node"))
        .containsExactly(
            "api-not-installed", "hyperbytedb-latest-image", "hyperbytedb-scraped-twice");
    assertThat(rules("ha"))
        .containsExactly(
            "api-not-installed",
            "hyperbytedb-latest-image",
            "hyperbytedb-replicas",
            "hyperbytedb-grafana-dashboard");
    assertThat(rules("tls")).containsExactly("api-not-installed", "hyperbytedb-latest-image");
  }

  private static List<String> rules(String name) throws IOException {
    return plan(name).notices().stream().map(notice -> notice.rule()).toList();
  }
}
