package dev.slipway.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.app.Application;
import dev.slipway.app.PriorityClass;
import dev.slipway.app.Workload;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.network.Exposure;
import dev.slipway.network.Ingress;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownNamesTest {
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
                Set.of("unknown-tls-secret", "unknown-priority-class").contains(notice.rule()))
        .toList();
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
                "Its certificate is in Secret 'shop-tls', which nothing makes in namespace 'shop'"
                    + " and nobody declares."));
    assertThat(
            notices(
                shop(exposed.build().toBuilder()
                        .ingress(Ingress.host("shop.example.com").tls("shop-tls").build()))
                    .secret(SecretSource.existing("shop-tsl").key("tls.crt", "tls.crt").build())))
        .extracting(Notice::remedy)
        .containsExactly("Did you mean 'shop-tsl'?");
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

  /** One finding for each fault: the rules look at what pods name. */
  @Test
  void whatPodsNameIsLeftToTheRules() {
    assertThat(
            notices(
                shop(
                    web()
                        .env(EnvVar.secret("URL", new KeyRef("shop-db", "url")))
                        .mount(Mount.readOnly(Volume.config("d", "d"), "/d")))))
        .isEmpty();
  }
}
