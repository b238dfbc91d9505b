package dev.slipway.catalog.hyperscience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Node;
import dev.slipway.environment.Environment;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.manifest.patch.JsonPatch;
import dev.slipway.manifest.patch.JsonPointer;
import dev.slipway.manifest.patch.PatchTarget;
import dev.slipway.manifest.patch.TargetedPatch;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.controlplane.Await;
import dev.slipway.testing.controlplane.DeclaredNode;
import dev.slipway.testing.controlplane.EnvironmentCluster;
import dev.slipway.testing.controlplane.ExternalSecretsOperator;
import dev.slipway.testing.controlplane.Kubectl;
import dev.slipway.testing.controlplane.LiveObject;
import dev.slipway.testing.controlplane.Pods;
import dev.slipway.testing.controlplane.RealKubelet;
import dev.slipway.testing.controlplane.Running;
import dev.slipway.testing.controlplane.StandIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Hyperscience on AWS with pods that run: one real node for each node group, and stand-ins under
 * the manifests' own image names.
 */
class HyperscienceKubeletIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /** Two of the platform, one trainer, one operator. */
  private static final int PODS = 4;

  private static final String COMPONENT = "app.kubernetes.io/component";
  private static final String PLATFORM = "--selector=" + COMPONENT + "=platform";
  private static final String REGISTRY =
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/hyperscience/";

  private static final Map<String, String> STORE =
      Map.of("prod/hyperscience/db#password", "open-sesame");

  /** How long the platform's stand-in answers after SIGTERM, and needs to end after that. */
  private static final Duration ENDING = Duration.ofSeconds(1 + 2);

  private static final Environment DECLARED =
      patched(EnvironmentFiles.read("hyperscience-aws"), small());

  @Order(1)
  @RegisterExtension
  static final Running<EnvironmentCluster> CLUSTER =
      Running.forClass(() -> EnvironmentCluster.startEmpty(DECLARED));

  @Order(2)
  @RegisterExtension
  static final Running<RealKubelet> PLATFORM_NODE =
      Running.forClass(
          () ->
              join(
                  "platform-0",
                  StandIn.of(REGISTRY + "forms:40.1.2")
                      .tcp("8080")
                      .needsVariables(
                          "FORMS_DB_TYPE",
                          "FORMS_DB_HOST",
                          "FORMS_DB_PORT",
                          "FORMS_DB_NAME",
                          "FORMS_DB_USER",
                          "FORMS_DB_PASSWORD",
                          "FORMS_STORAGE_MODE",
                          "FILE_STORE_S3_BUCKET",
                          "FILE_STORE_S3_REGION")
                      .preShutdown("1s")
                      .shutdown("2s"),
                  StandIn.of(REGISTRY + "operator:40.1.2")
                      .needsVariables("POD_NAMESPACE")
                      .needsFiles("/var/run/secrets/kubernetes.io/serviceaccount/token")));

  @Order(3)
  @RegisterExtension
  static final Running<RealKubelet> TRAINER_NODE =
      Running.forClass(
          () ->
              join(
                  "trainer-0",
                  StandIn.of(REGISTRY + "trainer:40.1.2")
                      .needsVariables("POD_NAME")
                      .writesTo("/var/lib/trainer")));

  private final EnvironmentCluster cluster = CLUSTER.get();
  private final Kubectl kubectl = cluster.kubectl().in("hyperscience");
  private final Pods pods = cluster.pods();

  @BeforeEach
  void apply() {
    cluster.kubectl().apply(cluster.yaml()).orFail();
    operator(STORE).reconcile();
    pods.awaitReady(PODS, LIMIT);
  }

  @Test
  void everyPodIsReadyOnANodeOfItsGroup() {
    Map<String, String> nodes =
        pods.all().stream()
            .collect(
                Collectors.toMap(
                    pod -> pod.text("metadata", "labels", COMPONENT).orElseThrow(),
                    pod -> pod.text("spec", "nodeName").orElseThrow(),
                    (one, other) -> one.equals(other) ? one : one + " and " + other));

    assertThat(nodes)
        .isEqualTo(
            Map.of("platform", "platform-0", "operator", "platform-0", "trainer", "trainer-0"));
  }

  @Test
  void kernelGrantsTheTwoCapabilitiesToAnOrdinaryUserAndNothingElse() {
    assertThat(pods.all())
        .allSatisfy(
            pod ->
                assertThat(kubectl.run("logs", pod.name()).orFail().out())
                    .contains(
                        "uid=1000 gid=1000 groups=1000 bounding=SETGID,SETUID"
                            + " noNewPrivileges=0 seccomp=2"));
  }

  @Test
  void platformEndsOnSigtermInItsOwnTime() {
    String name = pods.all(PLATFORM).get(0).name();
    long start = System.nanoTime();

    kubectl.run("delete", "pod", name, "--wait=true").orFail();

    // The grace period, after which it would be killed, is ten times as long.
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(ENDING, ENDING.multipliedBy(4));
  }

  @Test
  void missingKeyOfTheSecretKeepsThePlatformFromStarting() {
    operator(Map.of()).reconcile();
    kubectl.run("delete", "pods", PLATFORM).orFail();
    List<LiveObject> replacements = pods.awaitScheduled(2, LIMIT, PLATFORM);

    for (LiveObject pod : replacements) {
      assertThat(pods.awaitWaiting(pod.name(), "CreateContainerConfigError", LIMIT))
          .isEqualTo("couldn't find key password in Secret hyperscience/hyperscience-db");
    }
    assertThat(pods.all(PLATFORM)).hasSize(2).noneMatch(pod -> pod.is("Ready"));

    operator(STORE).reconcile();

    pods.awaitReady(2, LIMIT, PLATFORM);
  }

  @Test
  void probesOnAWrongPortNeverSucceedAndStopTheRollout() {
    List<String> before = pods.all(PLATFORM).stream().map(LiveObject::name).toList();
    Environment wrong = patched(DECLARED, probesOn(8081));

    cluster.kubectl().apply(YamlWriter.write(wrong.plan().all())).orFail();

    awaitEvent("Startup probe failed: dial tcp .*:8081: connect: connection refused");
    assertThat(pods.all(PLATFORM))
        .filteredOn(pod -> !before.contains(pod.name()))
        .hasSize(1)
        .noneMatch(pod -> pod.is("Ready"));
    assertThat(pods.all(PLATFORM)).filteredOn(pod -> before.contains(pod.name())).hasSize(2);
  }

  private void awaitEvent(String pattern) {
    Await.until(
        LIMIT,
        () -> pattern + "\n" + pods.describe(),
        () ->
            kubectl.list("events").stream()
                .anyMatch(event -> event.text("message").orElse("").matches(pattern)));
  }

  private ExternalSecretsOperator operator(Map<String, String> store) {
    return new ExternalSecretsOperator(kubectl, store);
  }

  private static RealKubelet join(String name, StandIn... images) {
    Node declared =
        DECLARED.cluster().nodes().stream()
            .filter(node -> node.name().equals(name))
            .findFirst()
            .orElseThrow();
    return RealKubelet.join(CLUSTER.get().controlPlane(), DeclaredNode.of(declared), images);
  }

  private static Environment patched(Environment environment, TargetedPatch... more) {
    return environment.patched(List.of(more));
  }

  /** Amounts for stand-ins on a machine that is no m5.4xlarge. */
  private static TargetedPatch small() {
    Mapping amounts =
        Mapping.of(
            "requests",
            Mapping.ofStrings(Map.of("cpu", "10m", "memory", "16Mi")),
            "limits",
            Mapping.ofStrings(Map.of("memory", "64Mi")));
    return patch(
        PatchTarget.all("Deployment"),
        new JsonPatch.Replace(JsonPointer.parse(container("resources")), amounts));
  }

  private static TargetedPatch probesOn(int port) {
    return patch(
        PatchTarget.of("Deployment", "hyperscience-platform"),
        Stream.of("startupProbe", "livenessProbe", "readinessProbe")
            .map(probe -> JsonPointer.parse(container(probe) + "/tcpSocket/port"))
            .map(path -> new JsonPatch.Replace(path, Scalar.of(port)))
            .toArray(JsonPatch.Operation[]::new));
  }

  private static TargetedPatch patch(PatchTarget target, JsonPatch.Operation... operations) {
    return new TargetedPatch(target, new JsonPatch(List.of(operations)), Origin.of("this test"));
  }

  private static String container(String field) {
    return "/spec/template/spec/containers/0/" + field;
  }
}
