package dev.slipway.catalog.hyperscience;

import static dev.slipway.catalog.hyperscience.Installations.names;
import static dev.slipway.catalog.hyperscience.Installations.notices;
import static dev.slipway.catalog.hyperscience.Installations.object;
import static dev.slipway.catalog.hyperscience.Installations.prerequisites;
import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.render.Plan;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What network policies make of what is known of the vendor's chart. */
class VendorChartTest {
  private static final Cluster EKS = Installations.eks("1.32").build();
  private static final Map<String, String> NGINX =
      Map.of("kubernetes.io/metadata.name", "ingress-nginx");

  @Test
  void whereNothingIsKnownOnePolicyIsForEveryPodAndLetsNobodyInFromOutside() {
    Plan plan = plan(VendorChart.UNKNOWN);

    assertThat(names(plan, "NetworkPolicy")).containsExactly("hs-blocks");
    assertThat(policy(plan, "blocks").get("podSelector")).isEqualTo(Mapping.EMPTY);
    assertThat(policy(plan, "blocks").get("ingress"))
        .isEqualTo(mapping("ingress: [{from: [{podSelector: {}}]}]").get("ingress"));
    assertThat(notices(plan, "hyperscience-trainer-reach"))
        .containsExactly(
            "WARNING: A trainer needs the platform's API alone, and the network policy lets it"
                + " reach the database and the file store: it cannot tell the trainer's pods from"
                + " others. Give the label by which the chart marks the trainer's pods as chart:"
                + " {trainerPods: …}.");
    assertThat(notices(plan, "hyperscience-ingress-reach")).isEmpty();
  }

  @Test
  void theIngressControllerReachesEveryPodWhereThePlatformsAreNotKnown() {
    Plan plan = plan(VendorChart.UNKNOWN.ingressFrom(NGINX));

    assertThat(policy(plan, "blocks").get("ingress"))
        .isEqualTo(
            mapping(
                    """
                    ingress:
                      - from: [{podSelector: {}}]
                      - from:
                          - namespaceSelector:
                              matchLabels: {kubernetes.io/metadata.name: ingress-nginx}
                    """)
                .get("ingress"));
    assertThat(notices(plan, "hyperscience-ingress-reach"))
        .containsExactly(
            "INFO: The ingress controller may reach every pod of the namespace: the network policy"
                + " cannot tell the platform's pods from others. Give the labels by which the chart"
                + " marks the platform's pods as chart: {platformPods: …}.");
  }

  @Test
  void theIngressControllerReachesThePlatformAloneWhereItsPodsAreKnown() {
    Plan plan = plan(VendorChart.UNKNOWN.platformPods(Map.of("app", "forms")).ingressFrom(NGINX));

    assertThat(names(plan, "NetworkPolicy")).containsExactly("hs-blocks", "hs-platform");
    assertThat(policy(plan, "platform"))
        .isEqualTo(
            mapping(
                """
                podSelector: {matchLabels: {app: forms}}
                policyTypes: [Ingress]
                ingress:
                  - from:
                      - namespaceSelector:
                          matchLabels: {kubernetes.io/metadata.name: ingress-nginx}
                """));
    assertThat(policy(plan, "blocks").toString()).doesNotContain("ingress-nginx");
    assertThat(notices(plan, "hyperscience-ingress-reach")).isEmpty();
  }

  @Test
  void aTrainerWhosePodsAreKnownReachesThePlatformAndNothingElse() {
    Plan plan =
        plan(
            VendorChart.UNKNOWN.platformPods(Map.of("app", "forms")).trainerPods("app", "trainer"));

    assertThat(policy(plan, "trainer"))
        .isEqualTo(
            mapping(
                """
                podSelector: {matchLabels: {app: trainer}}
                policyTypes: [Ingress, Egress]
                egress:
                  - to:
                      - namespaceSelector:
                          matchLabels: {kubernetes.io/metadata.name: kube-system}
                        podSelector: {matchLabels: {k8s-app: kube-dns}}
                      - ipBlock: {cidr: 169.254.20.10/32}
                      - ipBlock: {cidr: 172.20.0.10/32}
                      - ipBlock: {cidr: 10.100.0.10/32}
                    ports:
                      - {protocol: UDP, port: 53}
                      - {protocol: TCP, port: 53}
                  - to: [{podSelector: {matchLabels: {app: forms}}}]
                """));
    assertThat(policy(plan, "blocks").get("podSelector"))
        .isEqualTo(mapping("matchExpressions: [{key: app, operator: NotIn, values: [trainer]}]"));
    assertThat(notices(plan, "hyperscience-trainer-reach")).isEmpty();
  }

  @Test
  void noSelectorLeavesOutPodsBySeveralLabels() {
    assertThatThrownBy(
            () ->
                new VendorChart(Map.of(), Map.of("app", "hs", "tier", "trainer"), Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("The trainer's pods are known by 2 labels: app, tier.")
        .hasMessageContaining("Give the one that no other pod carries");
  }

  private static Plan plan(VendorChart chart) {
    return Installations.plan(EKS, prerequisites().chart(chart));
  }

  private static Mapping policy(Plan plan, String name) {
    return object(plan, "NetworkPolicy", "hs-" + name).mapping("spec");
  }
}
