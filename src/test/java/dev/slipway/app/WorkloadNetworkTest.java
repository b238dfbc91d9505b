package dev.slipway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.backing.Binding;
import dev.slipway.backing.Database;
import dev.slipway.backing.DatabaseSetting;
import dev.slipway.backing.EnvNames;
import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.identity.EksIrsa;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Text;
import dev.slipway.network.Exposure;
import dev.slipway.network.Ingress;
import dev.slipway.network.NetworkAccess;
import dev.slipway.network.SessionKeeping;
import dev.slipway.pod.Container;
import dev.slipway.render.Planner;
import dev.slipway.target.Notice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadNetworkTest {
  private static Workload.Builder web() {
    return Workload.deployment("web")
        .container(Container.builder("web", "web:1").port("http", 8080).build())
        .expose(Exposure.clusterIp().port("http", 80).build());
  }

  private static Binding database(String... addresses) {
    return Database.postgres("16")
        .host("db.example.com")
        .addresses(addresses)
        .build()
        .binding(new EnvNames<>(Map.of(DatabaseSetting.HOST, "DB_HOST")));
  }

  @Test
  void anIngressWithoutACertificateIsAWarning() {
    Workload plain = web().ingress(Ingress.host("shop.example.com").build()).build();

    assertThat(Rendered.strict(plain).beside().notices())
        .containsExactly(
            Notice.warning(
                    "ingress-without-tls",
                    "The ingress for shop.example.com has no certificate: whatever is sent through"
                        + " it can be read on its way.",
                    "Name the Secret with its certificate under tls, or waive this where something"
                        + " in front of it ends TLS.")
                .about(ObjectRef.of("networking.k8s.io/v1", "Ingress", "shop", "shop-web")));
    Workload safe = web().ingress(Ingress.host("shop.example.com").tls("shop-tls").build()).build();
    assertThat(Rendered.strict(safe).beside().notices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "nginx, 2026-03-31, false",
    "nginx, 2026-04-01, true",
    "traefik, 2026-04-01, false",
    "public, 2026-04-01, false",
    ", 2026-04-01, false",
  })
  void anIngressOfIngressNginxIsAWarningOnceNobodyMaintainsThat(
      String ingressClass, LocalDate today, boolean told) {
    Ingress.Builder ingress = Ingress.host("shop.example.com").tls("shop-tls");
    if (ingressClass != null) {
      ingress.className(ingressClass);
    }

    assertThat(Rendered.strict(web().ingress(ingress.build()).build(), today).beside().notices())
        .isEqualTo(told ? List.of(retired()) : List.of());
  }

  private static Notice retired() {
    return Notice.warning(
            "ingress-nginx-retired",
            "The ingress for shop.example.com is one of ingress-nginx, which was retired in March"
                + " 2026: holes that are found in it stay open.",
            "Move to a controller that is maintained, or to a route of the Gateway API. Where"
                + " another one serves this class, say so (controller: other).")
        .about(ObjectRef.of("networking.k8s.io/v1", "Ingress", "shop", "shop-web"));
  }

  @Test
  void whatServesAClassIsWhatIsSaidToServeIt() {
    Ingress.Builder ingress = Ingress.host("shop.example.com").tls("shop-tls");
    Ingress ofOthers = ingress.className("nginx").sessionKeeping(SessionKeeping.UNKNOWN).build();
    Ingress ofNginx =
        ingress.className("public").sessionKeeping(SessionKeeping.INGRESS_NGINX).build();
    LocalDate today = LocalDate.of(2026, 11, 21);

    assertThat(Rendered.strict(web().ingress(ofOthers).build(), today).beside().notices())
        .isEmpty();
    assertThat(Rendered.strict(web().ingress(ofNginx).build(), today).beside().notices())
        .containsExactly(retired());
    assertThat(Rendered.strict(web().ingress(ofNginx).build()).beside().notices()).isEmpty();
  }

  @Test
  void aServiceWithoutAddressesOpensItsPortToAnywhereAndSaysSo() {
    assertThat(Rendered.strict(web().uses(database()).build()).beside().notices())
        .extracting(Notice::rule, Notice::severity, Notice::message)
        .containsExactly(
            tuple(
                "egress-anywhere",
                Notice.Severity.INFO,
                "Pods may connect to anywhere at port 5432: for the PostgreSQL database no"
                    + " addresses are given."));
    assertThat(Rendered.strict(web().uses(database("10.20.0.0/16")).build()).beside().notices())
        .isEmpty();
  }

  @Test
  void anIdentityWhoseCredentialsComeFromOutsideOpensItsPortToAnywhereAndSaysSo() {
    ServiceAccount account =
        ServiceAccount.of("web")
            .identity(new EksIrsa(Text.of("arn:aws:iam::123456789012:role/shop")));
    Cluster eks =
        Cluster.builder("test")
            .cloud(Cloud.AWS)
            .distribution(Distribution.EKS)
            .kubernetes("1.34")
            .aws(
                AwsAccount.of("123456789012", "eu-west-1")
                    .withOidcProvider(
                        "https://oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF"))
            .build();
    Application shop =
        Application.builder("shop").workload(web().serviceAccount(account).build()).build();

    assertThat(Planner.on(eks).application(shop).plan().notices())
        .extracting(Notice::rule, Notice::message)
        .contains(
            tuple(
                "egress-anywhere",
                "Pods may connect to anywhere at port 443, to AWS STS, for the pods' credentials:"
                    + " its addresses change."));
  }

  @Test
  void whereNoPolicySpeaksOfEgressNothingIsSaidOfIt() {
    Workload open = web().uses(database()).network(NetworkAccess.closed().openEgress()).build();

    assertThat(Rendered.strict(open).beside().notices()).isEmpty();
    assertThat(Rendered.asGiven(web().uses(database()).build()).beside().notices()).isEmpty();
  }
}
