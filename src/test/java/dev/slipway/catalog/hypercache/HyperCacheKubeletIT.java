package dev.slipway.catalog.hypercache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.environment.Environment;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.manifest.patch.JsonPatch;
import dev.slipway.manifest.patch.JsonPointer;
import dev.slipway.manifest.patch.PatchTarget;
import dev.slipway.manifest.patch.TargetedPatch;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.YamlText;
import dev.slipway.testing.controlplane.Await;
import dev.slipway.testing.controlplane.DeclaredNode;
import dev.slipway.testing.controlplane.EnvironmentCluster;
import dev.slipway.testing.controlplane.Kubectl;
import dev.slipway.testing.controlplane.RealKubelet;
import dev.slipway.testing.controlplane.Running;
import dev.slipway.testing.controlplane.StandIn;
import dev.slipway.testing.controlplane.StandIn.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * HyperCache with pods that run: with auth on, a stand-in that answers 401 at its dist port without
 * the token, under the image's own name; and the chart's own objects, where nobody is asked.
 */
class HyperCacheKubeletIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int PODS = 5;

  private static final String OPEN_IMAGE =
      "ghcr.io/hyp3rd/hypercache/hypercache-server:v0.5.0-open";

  private static final Environment DECLARED = small("hypercache-auth");

  /** The chart's objects, with an image of another name: its stand-in asks for no token. */
  private static final Environment CHART =
      small("hypercache").patched(List.of(replaced("image", Text.of(OPEN_IMAGE))));

  @Order(1)
  @RegisterExtension
  static final Running<EnvironmentCluster> CLUSTER =
      Running.forClass(() -> EnvironmentCluster.startEmpty(DECLARED));

  @Order(2)
  @RegisterExtension
  static final Running<RealKubelet> NODE =
      Running.forClass(
          () ->
              RealKubelet.join(
                  CLUSTER.get().controlPlane(),
                  DeclaredNode.of(DECLARED.cluster().nodes().get(0)),
                  StandIn.of("ghcr.io/hyp3rd/hypercache/hypercache-server:v0.5.0")
                      .needsVariables(
                          "HYPERCACHE_NODE_ID",
                          "HYPERCACHE_SEEDS",
                          "HYPERCACHE_REPLICATION",
                          "HYPERCACHE_AUTH_TOKEN")
                      .cannotWriteTo("/", "/tmp")
                      .http("${HYPERCACHE_API_ADDR}", Answer.ok("/healthz"))
                      .http("${HYPERCACHE_MGMT_ADDR}", Answer.ok("/health"))
                      .http(
                          "${HYPERCACHE_DIST_ADDR}",
                          Answer.ok("/health")
                              .requires("Authorization", "Bearer ${HYPERCACHE_AUTH_TOKEN}")),
                  StandIn.of(OPEN_IMAGE)
                      .needsVariables("HYPERCACHE_NODE_ID", "HYPERCACHE_SEEDS")
                      .cannotWriteTo("/", "/tmp")
                      .http("${HYPERCACHE_API_ADDR}", Answer.ok("/healthz"))
                      .http("${HYPERCACHE_MGMT_ADDR}", Answer.ok("/health"))
                      .http("${HYPERCACHE_DIST_ADDR}", Answer.ok("/health"))));

  private final EnvironmentCluster cluster = CLUSTER.get();
  private final Kubectl kubectl = cluster.kubectl().in("hyc");

  @BeforeAll
  static void apply() {
    CLUSTER.get().kubectl().apply(CLUSTER.get().yaml()).orFail();
    CLUSTER
        .get()
        .kubectl()
        .in("hyc")
        .run("create", "secret", "generic", "hyc-token", "--from-literal=token=open-sesame")
        .orFail();
    CLUSTER.get().pods().awaitReady(PODS, LIMIT);
  }

  @Test
  void everyPodIsReadyThoughItsProbesShowNoToken() {
    assertThat(cluster.pods().awaitReady(PODS, LIMIT))
        .allSatisfy(
            pod ->
                assertThat(kubectl.run("logs", pod.name()).orFail().out())
                    .contains("uid=65532 gid=65532", "bounding= noNewPrivileges=1 seccomp=2"));
    String first = cluster.pods().all().get(0).name();
    Await.until(
        LIMIT,
        () -> "a liveness probe that is answered",
        () -> kubectl.run("logs", first).orFail().out().contains("GET /healthz 200"));
  }

  @Test
  void everyPodOfTheChartIsReadyBecauseItsDistPortSaysSo() {
    Kubectl theirs = cluster.kubectl().in("hyc-prod");
    cluster.kubectl().run("create", "namespace", "hyc-prod").orFail();
    cluster.kubectl().apply(YamlWriter.write(CHART.plan().all())).orFail();

    assertThat(cluster.controlPlane().pods("hyc-prod").awaitReady(PODS, LIMIT))
        .allSatisfy(
            pod ->
                assertThat(theirs.run("logs", pod.name()).orFail().out())
                    .contains("uid=65532 gid=65532", "GET /health 200"));
    theirs.run("delete", "statefulset", "hyc-hypercache").orFail();
  }

  @Test
  void theProbeWithoutATokenThatTheChartHasWouldKeepThemFromBeingReady() {
    Environment asTheChart =
        DECLARED.patched(
            List.of(
                replaced(
                    "readinessProbe",
                    YamlText.mapping(
                        """
                        httpGet:
                          path: /health
                          port: dist
                          httpHeaders:
                            - {name: Authorization, value: Bearer $(HYPERCACHE_AUTH_TOKEN)}
                        periodSeconds: 1
                        """))));
    try {
      cluster.kubectl().apply(YamlWriter.write(asTheChart.plan().all())).orFail();

      Await.until(
          LIMIT,
          () -> "a probe that is refused\n" + cluster.pods().describe(),
          () ->
              kubectl.list("events").stream()
                  .anyMatch(
                      event ->
                          event
                              .text("message")
                              .orElse("")
                              .equals(
                                  "Readiness probe failed: HTTP probe failed with statuscode:"
                                      + " 401")));
    } finally {
      cluster.kubectl().apply(cluster.yaml()).orFail();
      // A StatefulSet waits for a pod that never becomes ready, also to replace it.
      kubectl.run("delete", "pods", "--all", "--wait=false").orFail();
      cluster.pods().awaitReady(PODS, LIMIT);
    }
  }

  private static Environment small(String name) {
    return EnvironmentFiles.read(name)
        .patched(
            List.of(
                replaced(
                    "resources",
                    YamlText.mapping(
                        "{requests: {cpu: 10m, memory: 8Mi}, limits: {memory: 32Mi}}"))));
  }

  private static TargetedPatch replaced(String field, Node with) {
    return new TargetedPatch(
        PatchTarget.all("StatefulSet"),
        new JsonPatch(
            List.of(
                new JsonPatch.Replace(
                    JsonPointer.parse("/spec/template/spec/containers/0/" + field), with))),
        Origin.of("this test"));
  }
}
