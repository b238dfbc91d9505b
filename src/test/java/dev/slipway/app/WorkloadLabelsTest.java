package dev.slipway.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Mapping;
import dev.slipway.network.Exposure;
import dev.slipway.pod.Container;
import dev.slipway.testing.YamlText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadLabelsTest {
  private static final Container SERVER =
      Container.builder("server", "shop:1").port("http", 8080).port("admin", 8081).build();

  @Test
  void podsCarryWhatSelectsThemBesideTheStandardLabels() {
    Rendered rendered = Rendered.strict(workload().selector(Map.of("app", "shop")).build());

    assertThat(rendered.only("Deployment").mapping("spec").mapping("selector"))
        .isEqualTo(YamlText.mapping("matchLabels: {app: shop}"));
    assertThat(rendered.pod().mapping("metadata").mapping("labels").string("app"))
        .isEqualTo("shop");
    assertThat(
            rendered.pod().mapping("metadata").mapping("labels").string("app.kubernetes.io/name"))
        .isEqualTo("shop");
    assertThat(rendered.only("Service").mapping("spec").mapping("selector"))
        .isEqualTo(YamlText.mapping("app: shop"));
    assertThat(rendered.only("Service").mapping("metadata").mapping("labels").has("app")).isFalse();
  }

  @Test
  void objectsMayHaveNoLabelsAndThePodsOnlyThoseThatSelectThem() {
    Rendered rendered =
        Rendered.asGiven(workload().onlyLabels(Map.of()).selector(Map.of("app", "shop")).build());

    assertThat(rendered.only("Deployment").mapping("metadata").has("labels")).isFalse();
    assertThat(rendered.pod().mapping("metadata"))
        .isEqualTo(YamlText.mapping("labels: {app: shop}"));
  }

  @Test
  void serviceThatReachesOutOpensThePortItLeadsToAndNoOther() {
    Mapping policy = Rendered.strict(workload().build()).only("NetworkPolicy");

    assertThat(policy.mapping("spec").seq("ingress"))
        .isEqualTo(
            YamlText.mapping(
                    """
                    ingress:
                      - from: [{podSelector: {}}]
                        ports: [{protocol: TCP, port: 8080}, {protocol: TCP, port: 8081}]
                      - ports: [{protocol: TCP, port: 8080}]
                    """)
                .seq("ingress"));
  }

  private static Workload.Builder workload() {
    return Workload.deployment("shop")
        .container(SERVER)
        .expose(Exposure.loadBalancer().port("http", 80).build());
  }
}
