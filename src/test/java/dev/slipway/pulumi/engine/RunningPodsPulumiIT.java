package dev.slipway.pulumi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.resources.ComponentResourceOptions;
import dev.slipway.environment.Environment;
import dev.slipway.pulumi.EnvironmentComponent;
import dev.slipway.pulumi.EnvironmentComponent.EnvironmentArgs;
import dev.slipway.pulumi.ResourceOptionsChange;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.controlplane.DeclaredNode;
import dev.slipway.testing.controlplane.EnvironmentCluster;
import dev.slipway.testing.controlplane.LiveObject;
import dev.slipway.testing.controlplane.RealKubelet;
import dev.slipway.testing.controlplane.Running;
import dev.slipway.testing.controlplane.StandIn;
import dev.slipway.testing.controlplane.StandIn.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Hyperterse by Pulumi on a real kubelet: an update is over when the pods are Ready. */
class RunningPodsPulumiIT {
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
                      .startsIn("1s")
                      .http("${PORT}", Answer.ok("/heartbeat"))));

  @TempDir Path folder;

  @Test
  void anUpdateIsOverWhenThePodsAreReadyAndTheNextOneWhenTheNewOnesAre() {
    EnvironmentCluster cluster = CLUSTER.get();
    try (Engine engine = Engine.in(folder, cluster.kubectl())) {
      engine.provider().awaitReady();

      engine.up(program(DECLARED)).orFail();
      // Now, and not some time later.
      List<LiveObject> first = cluster.pods().all();
      assertThat(first).hasSize(PODS).allMatch(pod -> pod.is("Ready"));

      Engine.Run changed = engine.up(program(declared("two"))).orFail();
      assertThat(changed.changes()).containsOnlyKeys("same", "update");
      assertThat(cluster.pods().all())
          .filteredOn(pod -> pod.is("Ready"))
          .hasSizeGreaterThanOrEqualTo(PODS)
          .extracting(LiveObject::name)
          .doesNotContainAnyElementsOf(ready(first));

      engine.destroy().orFail();
      assertThat(engine.resources()).isEmpty();
    }
  }

  private static List<String> ready(List<LiveObject> pods) {
    return pods.stream().map(LiveObject::name).toList();
  }

  private static Consumer<Context> program(Environment environment) {
    return context ->
        new EnvironmentComponent(
            environment.name(),
            environment,
            new EnvironmentArgs(Optional.empty(), Map.of(), ResourceOptionsChange.NONE),
            ComponentResourceOptions.Empty);
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
              - {literal: api-credentials, values: {key: sesame}}
            configuration:
              folder: /etc/hyperterse
              files: {server.yaml: "name: %s"}
            resources: {requests: {cpu: 10m, memory: 8Mi}, limits: {memory: 32Mi}}
        scenarios: [as-declared, rolling-update]
        """
            .formatted(PODS, name));
  }
}
