package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code require:} of an environment file says is held against everybody's workloads. */
class DemandsOfTheClusterTest {
  private static final String SHOP =
      """
      environment: shop
      cluster: {name: prod, kubernetes: "1.34"}
      require:
        requests: [cpu, memory]
        limits: [memory]
        labels: [team]
      applications:
        - name: shop
          workloads:
            - name: web
              containers:
                - name: web
                  image: registry.example.com/shop:1.4.2
                  resources: {requests: {cpu: 100m, memory: 128Mi}}
      """;

  private static final String THEIRS =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: batch
        namespace: other
        labels: {team: data}
      spec:
        containers:
        - name: batch
          image: registry.example.com/batch:2.0.0
      """;

  @TempDir Path folder;

  @BeforeEach
  void anEnvironmentWhoseClusterDemands() throws IOException {
    Files.writeString(folder.resolve("shop.yaml"), SHOP);
    Files.writeString(folder.resolve("batch.yaml"), THEIRS);
  }

  private Command.Outcome slipway(String... args) {
    return Shipped.run(folder, Map.of(), args);
  }

  @Test
  void synthWritesNothingThatLacksWhatIsDemanded() {
    Command.Outcome outcome = slipway("synth", "-f", "shop.yaml", "-o", "out");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out() + outcome.err())
        .contains(
            "error required-resources: Container 'web' limits no memory, which the cluster demands"
                + " of everybody.")
        .contains("error required-labels: Deployment 'shop-web' has no label 'team', which")
        .contains("error required-labels: The pods of Deployment 'shop-web' have no label 'team'")
        .doesNotContain("requests no");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void synthWritesWhatHasEverythingThatIsDemanded() throws IOException {
    Files.writeString(
        folder.resolve("shop.yaml"),
        SHOP.replace("memory: 128Mi}}", "memory: 128Mi}, limits: {memory: 128Mi}}")
            + """
            patches:
              - kind: Deployment
                name: shop-web
                merge:
                  metadata: {labels: {team: shop}}
                  spec: {template: {metadata: {labels: {team: shop}}}}
            """);

    Command.Outcome outcome = slipway("synth", "-f", "shop.yaml", "-o", "out");

    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    assertThat(folder.resolve("out/shop/kustomization.yaml")).exists();
  }

  @Test
  void manifestsOfOthersAreHeldToItAsWell() {
    Command.Outcome outcome = slipway("check", "-f", "shop.yaml", "batch.yaml");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("Pod other/batch\n")
        .contains(
            "error required-resources: Container 'batch' requests no cpu and no memory, which the"
                + " cluster demands of everybody.")
        .contains("at spec.containers[0].resources.requests (batch.yaml:9:")
        .contains("error required-resources: Container 'batch' limits no memory, which")
        .doesNotContain("required-labels", "shop-web");
  }

  @Test
  void whatTheClusterDemandsCanBeWaivedWithAReason() throws IOException {
    Files.writeString(
        folder.resolve("shop.yaml"),
        SHOP
            + """
            waivers:
              - {rule: required-resources, kind: Pod, name: batch, reason: it runs once a year}
            """);

    Command.Outcome outcome = slipway("check", "-f", "shop.yaml", "batch.yaml");

    assertThat(outcome.code()).as(outcome.out()).isZero();
    assertThat(outcome.out()).contains("it runs once a year");
  }
}
