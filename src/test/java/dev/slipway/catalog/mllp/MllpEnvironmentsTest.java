package dev.slipway.catalog.mllp;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Mapping;
import dev.slipway.render.Plan;
import dev.slipway.testing.EnvironmentFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every cell of the page's table of overlays, in the environments that are shipped. */
class MllpEnvironmentsTest {

  @ParameterizedTest
  @CsvSource({
    "dev,        healthcare-dev,     1,    debug, 10,  50m,  250m,  32Mi,  128Mi",
    "staging,    healthcare-staging, 2,    info,  100, 100m, 500m,  64Mi,  256Mi",
    "prod,       healthcare-prod,    none, info,  200, 250m, 1000m, 128Mi, 512Mi",
    "prod-tls,   healthcare-prod,    none, info,  200, 250m, 1000m, 128Mi, 512Mi",
    "persistent, healthcare-prod,    1,    info,  200, 250m, 1000m, 128Mi, 512Mi"
  })
  void theOverlayHasTheCellsOfItsColumn(
      String overlay,
      String namespace,
      String replicas,
      String logLevel,
      String connections,
      String cpu,
      String cpuLimit,
      String memory,
      String memoryLimit) {
    Plan plan = EnvironmentFiles.read("mllp-server-" + overlay).plan();
    Mapping deployment = Servers.only(plan, "Deployment");
    Mapping settings = Servers.only(plan, "ConfigMap").mapping("data");

    assertThat(deployment.mapping("metadata").string("namespace")).isEqualTo(namespace);
    Long fixed = deployment.mapping("spec").integer("replicas");
    assertThat(fixed == null ? "none" : fixed.toString()).isEqualTo(replicas);
    assertThat(settings.string("LOG_LEVEL")).isEqualTo(logLevel);
    assertThat(settings.string("MLLP_MAX_CONNECTIONS")).isEqualTo(connections);
    assertThat(Servers.container(plan).get("resources"))
        .isEqualTo(
            mapping(
                "{requests: {cpu: %s, memory: %s}, limits: {cpu: %s, memory: %s}}"
                    .formatted(cpu, memory, cpuLimit, memoryLimit)));
  }

  @Test
  void onlyProductionHasAnAutoscalerAndItsMinimumIsTheTablesReplicas() {
    assertThat(
            Servers.only(
                    EnvironmentFiles.read("mllp-server-prod").plan(), "HorizontalPodAutoscaler")
                .mapping("spec")
                .integer("minReplicas"))
        .isEqualTo(2);
    for (String overlay : new String[] {"dev", "staging", "persistent"}) {
      assertThat(
              EnvironmentFiles.read("mllp-server-" + overlay)
                  .plan()
                  .all()
                  .ofKind("HorizontalPodAutoscaler"))
          .as(overlay)
          .isEmpty();
    }
  }

  @Test
  void productionSpreadsOverZonesAndThePersistentServerOverNothing() {
    Mapping first =
        (Mapping)
            Servers.pod(EnvironmentFiles.read("mllp-server-prod").plan())
                .seq("topologySpreadConstraints")
                .get(0);

    assertThat(first.string("topologyKey")).isEqualTo("topology.kubernetes.io/zone");
    assertThat(first.integer("maxSkew")).isEqualTo(1);
    assertThat(
            Servers.pod(EnvironmentFiles.read("mllp-server-persistent").plan())
                .has("topologySpreadConstraints"))
        .isFalse();
  }
}
