package dev.slipway.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.app.Application;
import dev.slipway.app.PriorityClass;
import dev.slipway.app.Settings;
import dev.slipway.app.Workload;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Text;
import dev.slipway.network.Exposure;
import dev.slipway.network.Ingress;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvFrom;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Declaration;
import dev.slipway.target.Defaults;
import dev.slipway.target.Notice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DanglingReferencesTest {
  private static final Cluster CLUSTER = Cluster.builder("test").kubernetes("1.34").build();

  private static Container.Builder web() {
    return Container.builder("web", "web:1").port("http", 8080);
  }

  private static Application.Builder shop(Workload.Builder workload) {
    return Application.builder("shop").workload(workload.build());
  }

  private static Application.Builder shop(Container.Builder container) {
    return shop(Workload.deployment("web").container(container.build()));
  }

  private static List<Notice> notices(Application.Builder application) {
    return Planner.on(CLUSTER).application(application.build()).plan().notices().stream()
        .filter(
            notice ->
                Set.of("dangling-reference", "unknown-priority-class").contains(notice.rule()))
        .toList();
  }

  @Test
  void aSecretThatNobodyRendersOrDeclares() {
    Container.Builder reading = web().env(EnvVar.secret("URL", new KeyRef("shop-db", "url")));

    assertThat(notices(shop(reading)))
        .containsExactly(
            Notice.warning(
                    "dangling-reference",
                    "Secret 'shop-db' is neither rendered nor declared to be in namespace 'shop'.",
                    "Declare it among the application's secrets: as an existing one where somebody"
                        + " else puts it there.")
                .about(ObjectRef.of("apps/v1", "Deployment", "shop", "shop-web")));
    assertThat(
            notices(
                shop(reading).secret(SecretSource.existing("shop-db").key("url", "url").build())))
        .isEmpty();
    assertThat(
            notices(
                shop(reading).secret(SecretSource.existing("shop-bd").key("url", "url").build())))
        .extracting(Notice::remedy)
        .containsExactly("Did you mean 'shop-bd'?");
  }

  @Test
  void everyPlaceThatNamesASecretOrConfigMap() {
    Container.Builder reading =
        web()
            .env(EnvVar.config("A", "a", "key"))
            .envFrom(EnvFrom.config("b"))
            .envFrom(EnvFrom.secret("c"))
            .mount(Mount.readOnly(Volume.config("d", "d"), "/d"))
            .mount(Mount.readOnly(Volume.secret("e", "e"), "/e"));

    assertThat(
            notices(
                shop(Workload.deployment("web").container(reading.build()).imagePullSecret("f"))))
        .extracting(Notice::message)
        .containsExactlyInAnyOrder(
            "ConfigMap 'a' is neither rendered nor declared to be in namespace 'shop'.",
            "ConfigMap 'b' is neither rendered nor declared to be in namespace 'shop'.",
            "Secret 'c' is neither rendered nor declared to be in namespace 'shop'.",
            "ConfigMap 'd' is neither rendered nor declared to be in namespace 'shop'.",
            "Secret 'e' is neither rendered nor declared to be in namespace 'shop'.",
            "Secret 'f' is neither rendered nor declared to be in namespace 'shop'.");
  }

  @Test
  void whatKubernetesPutsIntoEveryNamespaceIsThere() {
    assertThat(
            notices(
                shop(web().mount(Mount.readOnly(Volume.config("ca", "kube-root-ca.crt"), "/ca")))))
        .isEmpty();
  }

  @Test
  void anIngressesCertificateMustComeFromSomewhere() {
    Workload.Builder exposed =
        Workload.deployment("web")
            .container(web().build())
            .expose(Exposure.clusterIp().port("http", 80).build());

    assertThat(
            notices(
                shop(
                    exposed.build().toBuilder()
                        .ingress(Ingress.host("shop.example.com").tls("shop-tls").build()))))
        .extracting(notice -> notice.object().orElseThrow().toString(), Notice::message)
        .containsExactly(
            tuple(
                "Ingress shop/shop-web",
                "Secret 'shop-tls' is neither rendered nor declared to be in namespace 'shop'."));
    assertThat(
            notices(
                shop(
                    exposed.build().toBuilder()
                        .ingress(
                            Ingress.host("shop.example.com")
                                .tls("shop-tls", "letsencrypt")
                                .build()))))
        .isEmpty();
  }

  @Test
  void aPriorityClassMustBeBuiltInRenderedOrDeclared() {
    Workload.Builder urgent =
        Workload.deployment("web").container(web().build()).priorityClass("urgent");

    assertThat(notices(shop(urgent)))
        .containsExactly(
            Notice.warning(
                    "unknown-priority-class",
                    "Priority class 'urgent' is neither built in nor rendered, and the API server"
                        + " refuses pods whose class there is not.",
                    "Declare it among the environment's priority classes, or waive this where the"
                        + " cluster has it.")
                .about(ObjectRef.of("apps/v1", "Deployment", "shop", "shop-web")));
    assertThat(
            Planner.on(CLUSTER)
                .application(shop(urgent).build())
                .priorityClass(PriorityClass.of("urgent", 1000))
                .plan()
                .notices())
        .isEmpty();
    assertThat(
            notices(
                shop(urgent)
                    .with(
                        (target, out) ->
                            out.declare(
                                new Declaration.Existing(
                                    ObjectRef.of(
                                            "scheduling.k8s.io/v1", "PriorityClass", "", "urgent")
                                        .key(),
                                    Set.of())))))
        .isEmpty();
    assertThat(
            notices(
                shop(
                    Workload.deployment("web")
                        .container(web().build())
                        .priorityClass("system-cluster-critical"))))
        .isEmpty();
  }

  @Test
  void aStatefulSetAsGivenWithoutItsHeadlessService() {
    assertThat(
            notices(
                shop(Workload.statefulSet("db").container(web().build()))
                    .defaults(Defaults.AS_GIVEN)))
        .extracting(Notice::message)
        .containsExactly(
            "Service 'shop-db-headless' is neither rendered nor declared to be in namespace"
                + " 'shop'.");
  }

  @Test
  void settingsOfTheWorkloadAreThere() {
    assertThat(
            notices(
                shop(
                    Workload.deployment("web")
                        .container(web().build())
                        .settings(Settings.env("web", Map.of("A", Text.of("1")))))))
        .isEmpty();
  }
}
