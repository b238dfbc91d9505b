package dev.slipway.catalog.hyperscience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.controlplane.Availability;
import dev.slipway.testing.controlplane.Await;
import dev.slipway.testing.controlplane.ControlPlane;
import dev.slipway.testing.controlplane.EnvironmentCluster;
import dev.slipway.testing.controlplane.Kubectl;
import dev.slipway.testing.controlplane.LiveObject;
import dev.slipway.testing.controlplane.Outcome;
import dev.slipway.testing.controlplane.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hyperscience on AWS, on a control plane whose nodes have the shapes that its file declares. */
class HyperscienceClusterIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Two of the platform, one trainer, one operator. */
  private static final int PODS = 4;

  private static final String COMPONENT = "app.kubernetes.io/component";

  @RegisterExtension
  static final Running<EnvironmentCluster> CLUSTER =
      Running.forClass(() -> EnvironmentCluster.start(EnvironmentFiles.read("hyperscience-aws")));

  private static final String AS_OPERATOR =
      "--as=system:serviceaccount:hyperscience:hyperscience-operator";

  private final EnvironmentCluster environment = CLUSTER.get();
  private final ControlPlane cluster = environment.controlPlane();
  private final Kubectl kubectl = cluster.kubectl().in("hyperscience");

  @BeforeEach
  void apply() {
    cluster.kubectl().apply(environment.yaml()).orFail();
    environment.pods().awaitReady(PODS, LIMIT);
  }

  @Test
  void everyObjectIsAcceptedWithNoWarningButThatOfPodSecurity() {
    Outcome dryRun = cluster.kubectl().apply(environment.yaml(), "--dry-run=server").orFail();
    Outcome serverSide =
        cluster
            .kubectl()
            .apply(
                environment.yaml(),
                "--server-side",
                "--field-manager=slipway",
                "--force-conflicts",
                "--dry-run=server")
            .orFail();

    assertThat(dryRun.out().lines()).hasSameSizeAs(environment.plan().all());
    assertThat((dryRun.err() + serverSide.err()).lines())
        .allMatch(line -> line.startsWith("Warning: would violate PodSecurity \"restricted:"));
  }

  @Test
  void podsStandOnTheNodesOfTheirGroupAndOnNoOther() {
    Map<String, List<String>> groups = new TreeMap<>();
    for (LiveObject pod : environment.pods().all()) {
      String node = pod.text("spec", "nodeName").orElseThrow();
      String component = pod.text("metadata", "labels", COMPONENT).orElseThrow();
      groups.computeIfAbsent(component, any -> new ArrayList<>()).add(group(node));
    }

    assertThat(groups)
        .containsExactly(
            Map.entry("operator", List.of("platform")),
            Map.entry("platform", List.of("platform", "platform")),
            Map.entry("trainer", List.of("trainer")));
  }

  @Test
  void secondApplyChangesNothing() {
    Map<String, String> before = settledVersions();

    Outcome second = cluster.kubectl().apply(environment.yaml()).orFail();

    assertThat(environment.versions()).isEqualTo(before);
    // kubectl always sends a budget's selector, since its patches replace it as a whole.
    assertThat(second.out().lines().filter(line -> !line.endsWith(" unchanged")))
        .containsExactly("poddisruptionbudget.policy/hyperscience-platform configured");
    assertThat(cluster.kubectl().diff(environment.yaml()).orFail().out()).isEmpty();
  }

  @Test
  void namespaceRefusesWhatItsLevelForbids() {
    Outcome outcome =
        kubectl.send(
            pod("intruder", "hostNetwork: true", "[SETUID, SETGID]"),
            "create",
            "--dry-run=server",
            "--filename=-");

    assertThat(outcome.err())
        .contains("violates PodSecurity \"baseline:v1.34\": host namespaces (hostNetwork=true)");
  }

  @Test
  void nextStricterLevelWouldAdmitNoneOfThePods() {
    String stricter = cluster.newNamespace("stricter");
    cluster
        .kubectl()
        .run(
            "label",
            "namespace",
            stricter,
            "pod-security.kubernetes.io/enforce=restricted",
            "pod-security.kubernetes.io/enforce-version=v1.34")
        .orFail();

    Map<String, PodTemplate> templates = environment.templates();

    assertThat(templates).hasSize(3);
    templates.forEach(
        (name, template) ->
            assertThat(
                    cluster
                        .kubectl()
                        .in(stricter)
                        .send(
                            EnvironmentCluster.pod(name, template),
                            "create",
                            "--dry-run=server",
                            "--filename=-")
                        .err())
                .contains("violates PodSecurity \"restricted:v1.34\"")
                .contains("must set securityContext.allowPrivilegeEscalation=false")
                .contains("must not include \"SETGID\", \"SETUID\""));
  }

  @Test
  void policyAdmitsTheTwoCapabilitiesAndRefusesOthersThatBaselineAdmits() {
    String baseline = cluster.newNamespace("baseline");
    cluster
        .kubectl()
        .run("label", "namespace", baseline, "pod-security.kubernetes.io/enforce=baseline")
        .orFail();
    String declared = pod("declared", "", "[SETUID, SETGID]");
    String chown = pod("chown", "", "[CHOWN]");
    awaitPolicy(chown);

    Outcome admitted = kubectl.send(declared, "create", "--dry-run=server", "--filename=-");
    Outcome refused = kubectl.send(chown, "create", "--dry-run=server", "--filename=-");
    Outcome elsewhere =
        cluster.kubectl().in(baseline).send(chown, "create", "--dry-run=server", "--filename=-");

    assertThat(admitted.out()).contains("pod/declared created (server dry run)");
    assertThat(refused.err())
        .contains(
            "ValidatingAdmissionPolicy 'hyperscience.capabilities'"
                + " with binding 'hyperscience.capabilities' denied request: Containers in"
                + " namespace hyperscience may add only SETUID, SETGID."
                + " Refused: main adds CHOWN");
    assertThat(elsewhere.out()).contains("pod/chown created (server dry run)");
  }

  @Test
  void aBlockThatTheOperatorStartsIsAdmittedThoughItDropsNoCapability() {
    awaitPolicy(pod("chown", "", "[CHOWN]"));
    try {
      kubectl.send(block("[SETUID, SETGID]"), "create", AS_OPERATOR, "--filename=-").orFail();

      environment.pods().awaitReady(PODS + 1, LIMIT);
      LiveObject started =
          environment.pods().all().stream()
              .filter(pod -> pod.text("metadata", "labels", "app").equals(Optional.of("block")))
              .findFirst()
              .orElseThrow();
      assertThat(group(started.text("spec", "nodeName").orElseThrow())).isEqualTo("platform");
    } finally {
      kubectl.run("delete", "deployment", "block", "--ignore-not-found", "--wait").orFail();
      environment.pods().awaitReady(PODS, LIMIT);
    }
  }

  @Test
  void aBlockThatAddsAnotherCapabilityIsNotStarted() {
    awaitPolicy(pod("chown", "", "[CHOWN]"));
    try {
      kubectl.send(block("[SETUID, NET_RAW]"), "create", AS_OPERATOR, "--filename=-").orFail();

      Await.until(
          LIMIT,
          () -> "a Deployment that says why it has no pods",
          () ->
              kubectl
                  .get("deployment", "block")
                  .condition("ReplicaFailure")
                  .flatMap(failure -> failure.text("message"))
                  .filter(message -> message.contains("NET_RAW"))
                  .isPresent());
    } finally {
      kubectl.run("delete", "deployment", "block", "--ignore-not-found", "--wait").orFail();
    }
  }

  @Test
  void podsOfADrainedPlatformNodeStandElsewhereOneAtATime() {
    // Both pods of the platform on one node, so that there is more than one to evict.
    drain("platform-1");
    cluster.uncordon("platform-1");
    assertThat(environment.pods().byNode()).containsOnlyKeys("platform-0", "trainer-0");
    try (Availability availability = environment.pods().watchAvailability(COMPONENT)) {

      drain("platform-0");

      assertThat(environment.pods().byNode()).containsOnlyKeys("platform-1", "trainer-0");
      assertThat(availability.lowest()).containsEntry("platform", 1).containsEntry("trainer", 1);
    } finally {
      cluster.uncordon("platform-0");
    }
  }

  private void drain(String node) {
    cluster.drain(node, LIMIT).orFail();
    environment.pods().awaitReady(PODS, LIMIT);
  }

  private String group(String node) {
    return cluster
        .kubectl()
        .get("node", node)
        .text("metadata", "labels", "hs-component")
        .orElseThrow();
  }

  /** Budgets and Deployments count their pods a moment after those are Ready. */
  private Map<String, String> settledVersions() {
    return Await.value(
        LIMIT,
        () -> "objects that no longer change",
        () -> {
          Map<String, String> before = environment.versions();
          sleep();
          return Optional.of(environment.versions()).filter(before::equals);
        });
  }

  private static void sleep() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The API server learns of a policy a moment after it has taken it. */
  private void awaitPolicy(String refused) {
    Await.until(
        LIMIT,
        () -> "a policy that refuses " + refused,
        () -> !kubectl.send(refused, "create", "--dry-run=server", "--filename=-").succeeded());
  }

  /** As an operator would start it that says no more than what it needs. */
  private static String block(String capabilities) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: block}
    spec:
      selector: {matchLabels: {app: block}}
      template:
        metadata: {labels: {app: block}}
        spec:
          serviceAccountName: hyperscience-platform
          nodeSelector: {hs-component: platform}
          containers:
            - name: main
              image: example.com/block:1
              securityContext: {capabilities: {add: %s}}
    """
        .formatted(capabilities);
  }

  private static String pod(String name, String more, String capabilities) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s}
    spec:
      %s
      containers:
        - name: main
          image: example.com/main:1
          securityContext: {capabilities: {drop: [ALL], add: %s}}
    """
        .formatted(name, more, capabilities);
  }
}
