package dev.slipway.example.gotenberg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.Catalog;
import dev.slipway.environment.Environment;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Inputs;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.notation.SystemNotation;
import dev.slipway.render.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GotenbergTest {
  private static final String ENVIRONMENT =
      """
      environment: gotenberg
      cluster:
        name: documents
        kubernetes: "1.34"
        nodeGroups:
          - {name: apps, labels: {workload: apps}, machine: {cpu: 4, memory: 16Gi}, nodes: 2}
      applications:
        - name: pdf
          system: gotenberg
          image: gotenberg/gotenberg:8.5.0
          nodeGroups: apps
          timeout: 2m
      """;

  static Plan plan(String environment) {
    return environment(environment).plan();
  }

  private static Environment environment(String environment) {
    List<SystemNotation> systems = new ArrayList<>(Catalog.systems());
    systems.add(
        new SystemNotation(
            GotenbergNotation.ID, GotenbergNotation.SUMMARY, GotenbergNotation::definition));
    return new Environments(systems)
        .read("pdf.yaml", Inputs.of(Map.of("pdf.yaml", environment.getBytes(UTF_8)), Map.of()))
        .orElseThrow();
  }

  @Test
  void podsHaveLongerToEndThanAConversionTakes() {
    Mapping deployment = plan(ENVIRONMENT).all().ofKind("Deployment").get(0).spec();
    Mapping pod = deployment.mapping("template").mapping("spec");

    assertThat(deployment.integer("replicas")).isEqualTo(2);
    assertThat(pod.integer("terminationGracePeriodSeconds")).isEqualTo(130);
    assertThat(pod.mapping("nodeSelector").string("workload")).isEqualTo("apps");
    assertThat(pod.seq("containers").toString()).contains("API_TIMEOUT").contains("120s");
  }

  @Test
  void whatEveryWorkloadHasIsThereWithoutAWord() {
    assertThat(plan(ENVIRONMENT).all().asList().stream().map(m -> m.ref().kind()).toList())
        .containsExactly(
            "Namespace",
            "ServiceAccount",
            "Service",
            "Deployment",
            "PodDisruptionBudget",
            "NetworkPolicy");
  }

  @Test
  void theCheckFindsNothing() {
    Environment environment = environment(ENVIRONMENT);

    assertThat(environment.check(environment.plan().withLeftOut()).findings()).isEmpty();
  }

  @Test
  void aMisspeltFieldIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> plan(ENVIRONMENT.replace("timeout:", "timeuot:")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("pdf.yaml:12:5")
        .hasMessageContaining("Did you mean 'timeout'?");
  }
}
