package dev.slipway.catalog.hyperterse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.environment.Environment;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.controlplane.Await;
import dev.slipway.testing.controlplane.DeclaredNode;
import dev.slipway.testing.controlplane.EnvironmentCluster;
import dev.slipway.testing.controlplane.Kubectl;
import dev.slipway.testing.controlplane.LiveObject;
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

/** Hyperterse with pods that run: a stand-in under the image's own name, on a real node. */
class HyperterseKubeletIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int PODS = 2;
  private static final Environment DECLARED = declared("one");

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
                  StandIn.of("registry.example.com/hyperterse:1.4.2")
                      .needsVariables("DATABASE_URL", "API_KEY")
                      .needsFiles("/etc/hyperterse/server.yaml")
                      .cannotWriteTo("/", "/tmp", "/etc/hyperterse")
                      .startsIn("1s")
                      .http("${PORT}", Answer.ok("/heartbeat"))));

  private final EnvironmentCluster cluster = CLUSTER.get();
  private final Kubectl kubectl = cluster.kubectl().in("hyperterse");

  @BeforeAll
  static void apply() {
    Kubectl admin = CLUSTER.get().kubectl();
    admin.apply(CLUSTER.get().yaml()).orFail();
    admin
        .in("hyperterse")
        .run("create", "secret", "generic", "api-credentials", "--from-literal=key=sesame")
        .orFail();
    CLUSTER.get().pods().awaitReady(PODS, LIMIT);
  }

  @Test
  void everyPodIsReadyAsAnOrdinaryUserWithNothingItCouldWriteTo() {
    assertThat(cluster.pods().all())
        .hasSize(PODS)
        .allSatisfy(
            pod ->
                assertThat(kubectl.run("logs", pod.name()).orFail().out())
                    .contains("uid=1001", "bounding= noNewPrivileges=1 seccomp=2")
                    .contains("GET /heartbeat 200"));
  }

  @Test
  void aChangedConfigurationRollsThePodsAndNothingChangedDoesNot() {
    List<String> before = names();

    cluster.kubectl().apply(cluster.yaml()).orFail();
    assertThat(names()).isEqualTo(before);

    cluster.kubectl().apply(YamlWriter.write(declared("two").plan().all())).orFail();

    Await.until(
        LIMIT,
        () -> "pods that were not there before: " + before + "\n" + cluster.pods().describe(),
        () -> {
          List<LiveObject> pods = cluster.pods().all();
          return pods.size() == PODS
              && pods.stream().allMatch(pod -> pod.is("Ready") && !before.contains(pod.name()));
        });
  }

  private List<String> names() {
    return cluster.pods().all().stream().map(LiveObject::name).sorted().toList();
  }

  private static Environment declared(String name) {
    return EnvironmentFiles.parse(
        """
        environment: hyperterse-running
        cluster:
          name: tools
          kubernetes: "1.34"
          nodeGroups: [{name: general, machine: {cpu: 4, memory: 16Gi}, nodes: 1}]
        applications:
          - name: hyperterse
            system: hyperterse
            image: registry.example.com/hyperterse:1.4.2
            replicas: %s
            port: 9000
            startup: 30s
            env:
              DATABASE_URL: {secret: db-credentials, key: url}
              API_KEY: {secret: api-credentials, key: key}
            secrets:
              - {literal: db-credentials, values: {url: "postgresql://db-host/app"}}
              - {existing: api-credentials, keys: [key], revision: "1"}
            configuration:
              folder: /etc/hyperterse
              files: {server.yaml: "name: %s"}
            resources: {requests: {cpu: 10m, memory: 8Mi}, limits: {memory: 32Mi}}
        """
            .formatted(PODS, name));
  }
}
