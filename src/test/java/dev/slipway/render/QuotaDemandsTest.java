package dev.slipway.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.Application;
import dev.slipway.app.LimitRangeItem;
import dev.slipway.app.Namespace;
import dev.slipway.app.Workload;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Quantity;
import dev.slipway.pod.Container;
import dev.slipway.pod.Resources;
import dev.slipway.target.Notice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QuotaDemandsTest {
  private static final Cluster CLUSTER = Cluster.builder("test").kubernetes("1.34").build();
  private static final Quantity SOME = Quantity.of("10");

  private static Workload web(Resources resources) {
    return Workload.deployment("web")
        .container(Container.builder("web", "web:1").resources(resources).build())
        .build();
  }

  private static List<Notice> notices(Namespace namespace, Workload workload) {
    return Planner.on(CLUSTER)
        .namespace(namespace)
        .application(Application.builder("shop").workload(workload).build())
        .plan()
        .notices();
  }

  private static Namespace quota(String... counted) {
    return Namespace.of("shop")
        .quota(Arrays.stream(counted).collect(Collectors.toMap(name -> name, name -> SOME)));
  }

  @Test
  void aQuotaOnLimitsRefusesPodsWithoutThem() {
    List<Notice> notices =
        notices(
            quota("limits.cpu", "limits.memory", "pods"),
            web(Resources.requests("100m", "128Mi").memoryLimit("256Mi")));

    assertThat(notices)
        .containsExactly(
            Notice.error(
                    "quota-without-amounts",
                    "The quota of namespace 'shop' counts what containers do not give ('web':"
                        + " limits.cpu), and the API server refuses such pods.",
                    "Give the containers these, or the namespace a limit range with defaults.")
                .about(ObjectRef.of("apps/v1", "Deployment", "shop", "shop-web")));
  }

  @Test
  void everyContainerMustGiveThemInitContainersToo() {
    Workload workload =
        web(Resources.requests("1", "1Gi").limits("1", "1Gi")).toBuilder()
            .initContainer(
                Container.builder("migrate", "web:1")
                    .resources(Resources.requests("1", "1Gi"))
                    .build())
            .build();

    assertThat(notices(quota("limits.cpu"), workload))
        .extracting(Notice::message)
        .containsExactly(
            "The quota of namespace 'shop' counts what containers do not give ('migrate':"
                + " limits.cpu), and the API server refuses such pods.");
  }

  @Test
  void aLimitRangeGivesWhatContainersDoNot() {
    Map<String, Quantity> one = Map.of("cpu", Quantity.of("1"));
    Workload workload = web(Resources.requests("100m", "128Mi"));

    assertThat(
            notices(
                quota("limits.cpu").limits(LimitRangeItem.containerDefaults(Map.of(), one)),
                workload))
        .isEmpty();
    assertThat(
            notices(
                quota("limits.cpu").limits(LimitRangeItem.containerDefaults(one, Map.of())),
                workload))
        .hasSize(1);
  }

  @Test
  void aLimitCountsAsTheRequestAndCpuMeansItsRequest() {
    Resources onlyLimits = new Resources(Map.of(), Map.of("cpu", SOME, "memory", SOME));

    assertThat(notices(quota("cpu", "requests.memory"), web(onlyLimits))).isEmpty();
  }

  @Test
  void otherCountsAskNothingOfContainers() {
    assertThat(
            notices(
                quota("pods", "requests.storage", "count/deployments.apps"),
                web(Resources.requests("100m", "128Mi"))))
        .isEmpty();
  }
}
