package dev.slipway.catalog.hyperscience;

import static dev.slipway.catalog.hyperscience.Installations.names;
import static dev.slipway.catalog.hyperscience.Installations.object;
import static dev.slipway.catalog.hyperscience.Installations.plan;
import static dev.slipway.catalog.hyperscience.Installations.podSpec;
import static dev.slipway.catalog.hyperscience.Installations.withoutTrainer;
import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.render.Plan;
import org.junit.jupiter.api.Test;

class TrainersTest {
  private static final Plan TWO =
      plan(
          Installations.eks("1.32").build(),
          withoutTrainer()
              .trainer(Trainer.of("trainer:40.1.2").version("40.1.2"))
              .trainer(Trainer.of("trainer:41.0.0").version("41.0.0")));

  @Test
  void beforeAnUpgradeTwoVersionsStandSideBySide() {
    assertThat(names(TWO, "Deployment"))
        .containsExactly("hs-operator", "hs-platform", "hs-trainer-40-1-2", "hs-trainer-41-0-0");
    assertThat(podSpec(TWO, "hs-trainer-40-1-2").seq("containers").toString())
        .contains("/trainer:40.1.2");
    assertThat(podSpec(TWO, "hs-trainer-41-0-0").seq("containers").toString())
        .contains("/trainer:41.0.0");
    assertThat(selector("hs-trainer-40-1-2")).isNotEqualTo(selector("hs-trainer-41-0-0"));
  }

  private static Mapping selector(String deployment) {
    return object(TWO, "Deployment", deployment).mapping("spec").mapping("selector");
  }

  @Test
  void twoOfOneVersionAreRefused() {
    assertThatThrownBy(
            () ->
                withoutTrainer()
                    .trainer(Trainer.of("trainer:41.0.0").version("41.0"))
                    .trainer(Trainer.of("trainer:41.0.1").version("41-0"))
                    .build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Two trainers are 'trainer-41-0'.");
  }

  @Test
  void trainersAndPlatformStandOnNodesOfTheirOwn() {
    assertThat(podSpec(TWO, "hs-trainer-41-0-0").get("nodeSelector"))
        .isEqualTo(mapping("hs-component: trainer"));
    assertThat(podSpec(TWO, "hs-trainer-41-0-0").seq("tolerations").get(0))
        .isEqualTo(
            mapping("{key: dedicated, operator: Equal, value: trainer, effect: NoSchedule}"));
    for (String deployment : new String[] {"hs-platform", "hs-operator"}) {
      assertThat(podSpec(TWO, deployment).get("nodeSelector"))
          .isEqualTo(mapping("hs-component: platform"));
      assertThat(podSpec(TWO, deployment).has("tolerations")).isFalse();
    }
  }

  @Test
  void aTrainerReachesThePlatformsApiAndNothingElse() {
    Mapping policy = object(TWO, "NetworkPolicy", "hs-trainer-41-0-0").mapping("spec");

    assertThat(policy.seq("egress").size()).isEqualTo(2);
    assertThat(policy.seq("egress").get(0).toString()).contains("port: 53");
    assertThat(policy.seq("egress").get(1))
        .isEqualTo(
            mapping(
                """
                to:
                  - podSelector:
                      matchLabels:
                        app.kubernetes.io/component: platform
                        app.kubernetes.io/instance: hs
                        app.kubernetes.io/name: hyperscience
                ports: [{protocol: TCP, port: 8080}]
                """));
    assertThat(policy.has("ingress")).isFalse();
    assertThat(policy.seq("policyTypes")).hasToString("[Ingress, Egress]");
  }

  @Test
  void theBlocksPolicyIsForNoPodThatHasOneOfItsOwn() {
    assertThat(object(TWO, "NetworkPolicy", "hs-blocks").mapping("spec").get("podSelector"))
        .isEqualTo(
            mapping(
                """
                matchExpressions:
                  - key: app.kubernetes.io/component
                    operator: NotIn
                    values: [platform, operator, trainer-40.1.2, trainer-41.0.0]
                """
                    .replace("40.1.2", "40-1-2")
                    .replace("41.0.0", "41-0-0")));
  }

  @Test
  void aTrainersStorageIsItsOwnAndBelongsTo1000() {
    Mapping pod = podSpec(TWO, "hs-trainer-41-0-0");

    assertThat(pod.seq("volumes"))
        .isEqualTo(mapping("volumes: [{name: work, emptyDir: {sizeLimit: 20Gi}}]").get("volumes"));
    assertThat(pod.mapping("securityContext").integer("runAsUser")).isEqualTo(1000);
    assertThat(pod.mapping("securityContext").integer("runAsGroup")).isEqualTo(1000);
    assertThat(pod.mapping("securityContext").integer("fsGroup")).isEqualTo(1000);
  }

  @Test
  void aTrainerIsNobodyToTheCloud() {
    assertThat(podSpec(TWO, "hs-trainer-41-0-0").string("serviceAccountName"))
        .isEqualTo("hs-trainer");
    assertThat(TWO.documents().stream().map(document -> document.toString()))
        .noneMatch(shown -> shown.contains("serviceaccount:hs:hs-trainer"));
  }
}
