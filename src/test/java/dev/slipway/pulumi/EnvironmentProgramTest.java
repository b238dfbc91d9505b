package dev.slipway.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.files.DiskInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class EnvironmentProgramTest {
  private static final String SHOP =
      """
      environment: shop
      cluster:
        name: prod
        kubernetes: "1.34"
        nodeGroups:
          - {name: general, machine: {cpu: 8, memory: 32Gi}, nodes: 3}
      applications:
        - name: shop
          workloads:
            - name: web
              containers:
                - name: web
                  image: registry.example.com/shop:1.4.2
                  env:
                    DB_PASSWORD: {secret: shop-db, key: password}
          secrets:
            - {literal: shop-db, values: {password: "${env:DB_PASSWORD}"}}
      """;

  @TempDir Path folder;

  @Test
  void theFileThatConfigNamesIsRegistered() throws IOException {
    RecordedRun run = run(Map.of("environment", "shop.yaml", "DB_PASSWORD", "s3cr3t")).orFail();

    assertThat(run.objects()).contains("shop/shop", "shop/shop/shop-db", "shop/shop/shop-web");
    assertThat(run.request("Deployment", "shop/shop/shop-web").getImportId()).isEmpty();
  }

  @Test
  void variablesOfTheFileAreTakenFromConfigFirst() throws IOException {
    RecordedRun run = run(Map.of("environment", "shop.yaml", "DB_PASSWORD", "s3cr3t")).orFail();

    assertThat(run.input("Secret", "shop/shop/shop-db", "data"))
        .startsWith("secret({")
        .contains("czNjcjN0");
  }

  @Test
  void variablesThatConfigDoesNotHaveAreTheMachines() throws IOException {
    RecordedRun run = run(Map.of("environment", "shop.yaml")).orFail();

    assertThat(run.input("Secret", "shop/shop/shop-db", "data"))
        .startsWith("secret({")
        .contains("bWFjaGluZQ==");
  }

  @Test
  void whatIsAdoptedIsImportedByNamespaceAndName() throws IOException {
    RecordedRun run = run(Map.of("environment", "shop.yaml", "adopt", "true")).orFail();

    assertThat(run.request("Namespace", "shop/shop").getImportId()).isEqualTo("shop");
    assertThat(run.request("Deployment", "shop/shop/shop-web").getImportId())
        .isEqualTo("shop/shop-web");
  }

  @Test
  void aFileThatIsNotThereIsToldWithoutAStackTrace() throws IOException {
    RecordedRun run = run(Map.of("environment", "shpo.yaml"));

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.objects()).isEmpty();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .startsWith("The environment of config 'environment' does not fit together")
        .contains("shpo.yaml")
        .doesNotContain("\tat ");
  }

  @Test
  void aStackWithoutAnEnvironmentIsToldWhatToSet() throws IOException {
    RecordedRun run = run(Map.of());

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("pulumi config set project:environment");
  }

  @Test
  void theProjectNamesTheProgramThatItsScriptBuilds() throws IOException {
    Map<?, ?> project = yaml("Pulumi.yaml");
    Map<?, ?> runtime = (Map<?, ?>) project.get("runtime");

    assertThat(runtime.get("name")).isEqualTo("java");
    assertThat(((Map<?, ?>) runtime.get("options")).get("binary"))
        .isEqualTo("target/pulumi-app/slipway-pulumi.jar");
    assertThat(Files.readString(Path.of("tools/pulumi-app/build.sh")))
        .contains("folder=$home/target/pulumi-app", "jar=$folder/slipway-pulumi.jar")
        .contains("Main-Class: " + EnvironmentProgram.class.getName());
  }

  @Test
  void theExampleOfAStackNamesAnEnvironmentThatThereIs() throws IOException {
    Object file = ((Map<?, ?>) yaml("Pulumi.dev.yaml").get("config")).get("slipway:environment");

    assertThat(Path.of(String.valueOf(file))).isRegularFile();
  }

  private RecordedRun run(Map<String, String> config) throws IOException {
    Files.writeString(folder.resolve("shop.yaml"), SHOP);
    return RecordedRun.configured(
        new EnvironmentProgram(
            new DiskInputs(folder, Map.of("DB_PASSWORD", "machine")), LocalDate.of(2026, 11, 21)),
        config);
  }

  private static Map<?, ?> yaml(String file) throws IOException {
    return (Map<?, ?>)
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of(file)));
  }
}
