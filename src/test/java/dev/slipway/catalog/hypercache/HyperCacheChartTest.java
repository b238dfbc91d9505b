package dev.slipway.catalog.hypercache;

import static dev.slipway.testing.GivenObjects.changed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.Disruption;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Text;
import dev.slipway.network.Exposure;
import dev.slipway.render.Plan;
import dev.slipway.secret.RemoteValue;
import dev.slipway.secret.SecretSource;
import dev.slipway.testing.GivenObjects;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is rendered as given is the chart's, object by object and field by field. */
class HyperCacheChartTest {
  private static final String CHART = GivenObjects.file("hypercache.yaml");

  private static final String LOG_LEVEL =
      "            - {name: HYPERCACHE_LOG_LEVEL, value: info}\n";

  /** The page's readiness probe cannot work with auth on: corrected, here and in the guide. */
  private static final String HTTP_READINESS = "            httpGet: {path: /health, port: dist}\n";

  private static final String TCP_READINESS = "            tcpSocket: {port: dist}\n";

  @Test
  void theDefaultsAreTheChartsSixObjects() {
    assertThat(objects(Caches.asGiven())).isEqualTo(GivenObjects.of(CHART)).hasSize(6);
  }

  @Test
  void aTokenStandsInASecretOfTheChartsName() {
    String withToken =
        changed(
                changed(CHART, HTTP_READINESS, TCP_READINESS),
                LOG_LEVEL,
                LOG_LEVEL
                    + """
                                - name: HYPERCACHE_AUTH_TOKEN
                                  valueFrom: {secretKeyRef: {name: hyc-hypercache-auth, key: token}}
                    """)
            + """
            ---
            apiVersion: v1
            kind: Secret
            metadata:
              name: hyc-hypercache-auth
              namespace: hyc-prod
              labels:
                app.kubernetes.io/name: hypercache
                app.kubernetes.io/instance: hyc
                app.kubernetes.io/version: v0.5.0
                app.kubernetes.io/component: cache
            type: Opaque
            data: {token: b3Blbi1zZXNhbWU=}
            """;

    assertThat(objects(Caches.asGiven().authToken(Text.secret("open-sesame"))))
        .isEqualTo(GivenObjects.of(withToken))
        .hasSize(7);
  }

  @Test
  void aTokenOfAnExistingSecretIsReferredTo() {
    String withToken =
        changed(
            changed(CHART, HTTP_READINESS, TCP_READINESS),
            LOG_LEVEL,
            LOG_LEVEL
                + """
                            - name: HYPERCACHE_AUTH_TOKEN
                              valueFrom: {secretKeyRef: {name: hyc-token, key: bearer}}
                """);

    assertThat(
            objects(
                Caches.asGiven()
                    .auth(SecretSource.existing("hyc-token").key("token", "bearer").build())))
        .isEqualTo(GivenObjects.of(withToken));
  }

  @Test
  void aTokenOfAStoreComesByAnExternalSecret() {
    Map<String, Mapping> objects =
        objects(
            Caches.asGiven()
                .auth(
                    SecretSource.external("hyc-token")
                        .clusterStore("vault")
                        .remote("token", RemoteValue.of(Text.of("prod/hyc")))
                        .build()));

    assertThat(objects).containsKey("ExternalSecret hyc-token").hasSize(7);
  }

  @Test
  void theSmallerClusterOfThePageIsRenderedWithItsBudget() {
    String smaller = CHART;
    for (String[] change :
        new String[][] {
          {"  replicas: 5\n", "  replicas: 3\n"},
          {"REPLICATION, value: \"3\"", "REPLICATION, value: \"2\""},
          {"  minAvailable: 4\n", "  minAvailable: 2\n"},
          {
            """
            .svc.cluster.local:7946,\\
                            hyc-hypercache-3@hyc-hypercache-3.hyc-hypercache-headless.hyc-prod.svc.cluster.local:7946,\\
                            hyc-hypercache-4@hyc-hypercache-4.hyc-hypercache-headless.hyc-prod.svc.cluster.local:7946"
            """,
            ".svc.cluster.local:7946\"\n"
          }
        }) {
      smaller = changed(smaller, change[0], change[1]);
    }

    assertThat(
            objects(
                Caches.asGiven()
                    .replicas(3)
                    .cluster(Caches.owners(2))
                    .disruption(Disruption.minAvailable(2))))
        .isEqualTo(GivenObjects.of(smaller));
  }

  @Test
  void theClientApiIsExposedByALoadBalancer() {
    String exposed =
        changed(
            CHART,
            """
              type: ClusterIP
              selector:
                app.kubernetes.io/name: hypercache
                app.kubernetes.io/instance: hyc
              ports:
                - {name: api,
            """
                .stripTrailing(),
            """
              type: LoadBalancer
              selector:
                app.kubernetes.io/name: hypercache
                app.kubernetes.io/instance: hyc
              ports:
                - {name: api,
            """
                .stripTrailing());

    assertThat(
            objects(
                Caches.asGiven()
                    .client(new CacheService(Exposure.Type.LOAD_BALANCER, 8080, Map.of()))))
        .isEqualTo(GivenObjects.of(exposed));
  }

  @Test
  void aReleaseWithTheSoftwaresNameInItIsTheNameOfItsObjects() {
    Plan plan = Caches.plan(HyperCache.builder("my-hypercache").namespace("hyc-prod"));

    assertThat(plan.all().ofKind("StatefulSet"))
        .extracting(object -> object.ref().name())
        .containsExactly("my-hypercache");
  }

  private static Map<String, Mapping> objects(HyperCache.Builder cache) {
    Plan plan = Caches.plan(cache);
    return GivenObjects.of(plan.byApplication().values().iterator().next());
  }
}
