package dev.slipway.catalog.hyperbytedb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.environment.Environment;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.manifest.patch.JsonPatch;
import dev.slipway.manifest.patch.JsonPointer;
import dev.slipway.manifest.patch.PatchTarget;
import dev.slipway.manifest.patch.TargetedPatch;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.YamlText;
import dev.slipway.testing.controlplane.DeclaredNode;
import dev.slipway.testing.controlplane.EnvironmentCluster;
import dev.slipway.testing.controlplane.Kubectl;
import dev.slipway.testing.controlplane.RealKubelet;
import dev.slipway.testing.controlplane.Running;
import dev.slipway.testing.controlplane.StandIn;
import dev.slipway.testing.controlplane.StandIn.Answer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The highly available HyperbyteDB with members that run: what its operator would create is applied
 * in its place, on a tainted node of the group, and a stand-in plays the database.
 */
class HyperbytedbKubeletIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int MEMBERS = 5;
  private static final String NAMESPACE = "hyperbytedb-ha";

  private static final Environment DECLARED =
      EnvironmentFiles.read("hyperbytedb-ha")
          .patched(
              List.of(
                  new TargetedPatch(
                      PatchTarget.all("HyperbytedbCluster"),
                      new JsonPatch(
                          List.of(
                              new JsonPatch.Replace(
                                  JsonPointer.parse("/spec/resources"),
                                  YamlText.mapping(
                                      "{requests: {cpu: 10m, memory: 8Mi},"
                                          + " limits: {memory: 32Mi}}")))),
                      Origin.of("this test"))));

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
                  DECLARED.cluster().nodes().stream()
                      .filter(node -> node.name().startsWith("hyperbytedb-"))
                      .map(DeclaredNode::of)
                      .findFirst()
                      .orElseThrow(),
                  StandIn.of("docker.io/library/hyperbytedb:1.0.0")
                      .needsVariables("ACCESS_KEY_ID", "SECRET_ACCESS_KEY")
                      .writesTo("/var/lib/hyperbytedb")
                      .http(":8086", Answer.ok("/health"))));

  private final EnvironmentCluster cluster = CLUSTER.get();
  private final Kubectl kubectl = cluster.kubectl().in(NAMESPACE);

  @BeforeAll
  static void apply() {
    EnvironmentCluster cluster = CLUSTER.get();
    cluster.controlPlane().volumes().storageClass("fast-ssd");
    cluster.kubectl().apply(cluster.yaml()).orFail();
    cluster
        .kubectl()
        .in(NAMESPACE)
        .run(
            "create",
            "secret",
            "generic",
            "hyperbytedb-s3-credentials",
            "--from-literal=access_key_id=key",
            "--from-literal=secret_access_key=sesame")
        .orFail();
    cluster.kubectl().apply(YamlWriter.write(ManifestSet.of(cluster.plan().judged()))).orFail();
  }

  @Test
  void everyMemberIsReadyOnItsTaintedNodeWithAVolumeOfItsOwn() {
    assertThat(cluster.pods().awaitReady(MEMBERS, LIMIT))
        .allSatisfy(
            pod ->
                assertThat(pod.text("spec", "nodeName").orElseThrow()).startsWith("hyperbytedb-"));
    assertThat(
            kubectl.list("persistentvolumeclaims").stream()
                .map(claim -> claim.name() + " " + claim.text("status", "phase").orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, MEMBERS)
                .mapToObj(member -> "data-hyperbytedb-ha-" + member + " Bound")
                .toList());
  }

  @Test
  void theBudgetOfTheOperatorLetsOneOfThemGo() {
    cluster.pods().awaitReady(MEMBERS, LIMIT);

    assertThat(
            kubectl
                .get("poddisruptionbudget", "hyperbytedb-ha-pdb")
                .text("status", "disruptionsAllowed"))
        .contains("1");
  }
}
