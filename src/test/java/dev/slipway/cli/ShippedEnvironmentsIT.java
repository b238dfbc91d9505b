package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Manifest;
import dev.slipway.target.Declaration;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.controlplane.EnvironmentCluster;
import dev.slipway.testing.controlplane.Kubectl;
import dev.slipway.testing.controlplane.LiveObject;
import dev.slipway.testing.controlplane.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every environment of Hyperscience that Slipway comes with: written by the command, applied as a
 * folder, on a control plane whose nodes have the shapes that its file declares.
 */
@ParameterizedClass
@MethodSource("environments")
class ShippedEnvironmentsIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir static Path output;

  private static @Nullable EnvironmentCluster running;

  @Parameter private String name = "";

  static List<String> environments() {
    return EnvironmentFiles.names().stream()
        .filter(name -> name.startsWith("hyperscience-"))
        .toList();
  }

  @BeforeParameterizedClassInvocation
  static void applyFolder(String name) {
    EnvironmentCluster cluster = EnvironmentCluster.start(EnvironmentFiles.read(name));
    running = cluster;
    Command.Outcome written =
        Shipped.run(
            Shipped.PROJECT,
            Map.of(),
            "synth",
            "-f",
            "environments/" + name + ".yaml",
            "-o",
            output.toString());
    assertThat(written.code()).as(written.err()).isZero();
    applyFolder(cluster, name).orFail();
  }

  @AfterParameterizedClassInvocation
  static void close() {
    EnvironmentCluster cluster = running;
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void folderHoldsWhatTheStreamHolds() {
    assertThat(cluster().kubectl().diff(cluster().yaml()).orFail().out()).isEmpty();
    assertThat(cluster().versions()).hasSameSizeAs(cluster().plan().all());
  }

  @Test
  void secondApplyWritesNothing() {
    Outcome second = applyFolder(cluster(), name).orFail();

    assertThat(second.out().lines()).hasSameSizeAs(cluster().plan().all());
    // kubectl always sends a budget's selector, since its patches replace it as a whole.
    assertThat(second.out().lines())
        .allMatch(
            line -> line.endsWith(" unchanged") || line.startsWith("poddisruptionbudget.policy/"));
  }

  @Test
  void everyPodIsScheduledOnTheNodesOfItsGroup() {
    List<LiveObject> pods =
        cluster()
            .pods()
            .awaitScheduled(
                cluster().expectedPods(), LIMIT, "--selector=app.kubernetes.io/managed-by=slipway");

    assertThat(pods).allMatch(pod -> label(node(pod), "hs-component").equals(group(pod)));
  }

  @Test
  void blocksFindTheRoomThatIsKeptForThem() {
    Kubectl kubectl = cluster().kubectl().in(cluster().namespace());
    Declaration.Headroom room = headroom();
    try {
      kubectl.apply(blocks(room)).orFail();

      List<LiveObject> blocks =
          cluster().pods().awaitScheduled(room.pods(), LIMIT, "--selector=app=blocks");

      assertThat(blocks).isNotEmpty();
      assertThat(blocks).allMatch(pod -> label(node(pod), "hs-component").equals("platform"));
    } finally {
      kubectl.run("delete", "deployment", "blocks", "--cascade=foreground");
    }
  }

  @Test
  void namespaceAdmitsWhatHyperscienceNeedsAndNoOtherCapability() {
    Kubectl kubectl = cluster().kubectl().in(cluster().namespace());

    Outcome needed = create(kubectl, block("[SETUID, SETGID]"));
    Outcome more = create(kubectl, block("[SETUID, SETGID, NET_ADMIN]"));

    assertThat(needed.out()).isEqualTo("pod/block created (server dry run)\n");
    assertThat(more.err()).contains("violates PodSecurity \"baseline:").contains("NET_ADMIN");
  }

  @Test
  void nextStricterLevelWouldNotAdmitThePods() {
    String stricter = cluster().controlPlane().newNamespace("stricter");
    cluster()
        .kubectl()
        .run("label", "namespace", stricter, "pod-security.kubernetes.io/enforce=restricted")
        .orFail();
    Kubectl kubectl = cluster().kubectl().in(stricter);

    assertThat(level()).isEqualTo("baseline");
    String block = block("[SETUID]").replaceAll(" *serviceAccountName:.*\n", "");
    assertThat(create(kubectl, block).err()).contains("violates PodSecurity \"restricted:latest\"");
    cluster()
        .templates()
        .forEach(
            (workload, template) ->
                assertThat(create(kubectl, EnvironmentCluster.pod(workload, template)).err())
                    .contains("violates PodSecurity \"restricted:latest\""));
  }

  private static EnvironmentCluster cluster() {
    EnvironmentCluster cluster = running;
    if (cluster == null) {
      throw new IllegalStateException("No environment is applied.");
    }
    return cluster;
  }

  private static Outcome applyFolder(EnvironmentCluster cluster, String name) {
    return cluster
        .kubectl()
        .run("apply", "--validate=strict", "--kustomize=" + output.resolve(name));
  }

  private static Outcome create(Kubectl kubectl, String pod) {
    return kubectl.send(pod, "create", "--dry-run=server", "--filename=-");
  }

  private static String level() {
    return cluster().plan().all().ofKind("Namespace").stream()
        .map(Manifest::metadata)
        .map(metadata -> metadata.mapping("labels"))
        .map(labels -> String.valueOf(labels.string("pod-security.kubernetes.io/enforce")))
        .findFirst()
        .orElseThrow();
  }

  private static String group(LiveObject pod) {
    return label(pod, "app.kubernetes.io/component").startsWith("trainer") ? "trainer" : "platform";
  }

  private static LiveObject node(LiveObject pod) {
    return cluster().kubectl().get("node", pod.text("spec", "nodeName").orElseThrow());
  }

  private static String label(LiveObject object, String label) {
    return object.text("metadata", "labels", label).orElseThrow();
  }

  private static Declaration.Headroom headroom() {
    return cluster().plan().declared().stream()
        .filter(Declaration.Headroom.class::isInstance)
        .map(Declaration.Headroom.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** As many blocks as there is room for, each with its share of it. */
  private static String blocks(Declaration.Headroom room) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: blocks}
    spec:
      replicas: %1$d
      selector: {matchLabels: {app: blocks}}
      template:
        metadata: {labels: {app: blocks}}
        spec:
          serviceAccountName: hyperscience-platform
          nodeSelector: {hs-component: platform}
          containers:
            - name: block
              image: registry.example.com/blocks:1
              resources: {requests: {cpu: %2$dm, memory: "%3$d"}}
              securityContext: {capabilities: {drop: [ALL]}}
    """
        .formatted(
            room.pods(),
            room.cpu().milliValue() / room.pods(),
            room.memory().value() / room.pods());
  }

  /** A pod such as the HyperOperator starts, with the account that Hyperscience's pods have. */
  private static String block(String capabilities) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: block}
    spec:
      serviceAccountName: hyperscience-platform
      nodeSelector: {hs-component: platform}
      containers:
        - name: block
          image: registry.example.com/blocks:1
          resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 64Mi}}
          securityContext:
            allowPrivilegeEscalation: true
            runAsNonRoot: true
            capabilities: {drop: [ALL], add: %s}
    """
        .formatted(capabilities);
  }
}
