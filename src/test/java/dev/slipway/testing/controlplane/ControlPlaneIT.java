package dev.slipway.testing.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ControlPlaneIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @RegisterExtension
  static final Running<ControlPlane> RUNNING =
      Running.forClass(
          () ->
              ControlPlane.start(
                  DeclaredNode.named("platform-0").label("hs-component", "platform").cpu("8"),
                  DeclaredNode.named("platform-1").label("hs-component", "platform").cpu("8"),
                  DeclaredNode.named("trainer-0")
                      .label("hs-component", "trainer")
                      .taint("dedicated", "trainer", "NoSchedule")
                      .cpu("2")));

  private ControlPlane cluster = RUNNING.get();
  private String namespace = "";
  private Kubectl kubectl = cluster.kubectl();

  @BeforeEach
  void newNamespace() {
    namespace = cluster.newNamespace("test");
    kubectl = cluster.kubectl().in(namespace);
  }

  @AfterEach
  void deleteNamespace() {
    cluster.delete(namespace);
  }

  @Test
  void podsStandOnTheNodesTheySelect() {
    kubectl.apply(deployment("web", 2, "platform", "1")).orFail();

    cluster.pods(namespace).awaitReady(2, LIMIT);

    assertThat(cluster.pods(namespace).byNode().keySet()).isSubsetOf("platform-0", "platform-1");
  }

  @Test
  void podThatDoesNotFitSaysWhyInTheSchedulersWords() {
    kubectl.apply(pod("big", "trainer", "3")).orFail();

    assertThat(cluster.pods(namespace).awaitUnschedulable("big", LIMIT))
        .startsWith(
            "0/3 nodes are available: 1 Insufficient cpu, "
                + "2 node(s) didn't match Pod's node affinity/selector.");
    assertThat(cluster.pods(namespace).unscheduled()).containsOnlyKeys("big");
  }

  @Test
  void taintKeepsPodsAwayThatDoNotTolerateIt() {
    String intolerant = pod("intolerant", "trainer", "1").replaceAll("  tolerations:.*\n", "");
    kubectl.apply(intolerant).orFail();

    assertThat(cluster.pods(namespace).awaitUnschedulable("intolerant", LIMIT))
        .contains("1 node(s) had untolerated taint(s)");
  }

  @Test
  void secondApplyChangesNothing() {
    String manifests = deployment("web", 1, "platform", "1");

    Outcome first = kubectl.apply(manifests).orFail();
    Outcome second = kubectl.apply(manifests).orFail();

    assertThat(first.out()).isEqualTo("deployment.apps/web created\n");
    assertThat(second.out()).isEqualTo("deployment.apps/web unchanged\n");
    assertThat(kubectl.diff(manifests).exit()).isZero();
    assertThat(kubectl.diff(manifests.replace("replicas: 1", "replicas: 2")).exit()).isEqualTo(1);
  }

  @Test
  void unknownFieldIsRefused() {
    Outcome outcome =
        kubectl.apply(deployment("web", 1, "platform", "1").replace("replicas:", "replica:"));

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err()).contains("unknown field \"spec.replica\"");
  }

  @Test
  void drainMovesPods() {
    kubectl.apply(deployment("web", 4, "platform", "1")).orFail();
    cluster.pods(namespace).awaitReady(4, LIMIT);
    try {
      cluster.drain("platform-0", LIMIT).orFail();

      cluster.pods(namespace).awaitReady(4, LIMIT);
      assertThat(cluster.pods(namespace).byNode()).containsOnlyKeys("platform-1");
    } finally {
      cluster.uncordon("platform-0");
    }
  }

  @Test
  void budgetLetsPodsGoOneAtATime() {
    kubectl.apply(deployment("web", 4, "platform", "1")).orFail();
    budget(3);
    cluster.pods(namespace).awaitReady(4, LIMIT);
    cluster.drain("platform-1", LIMIT).orFail();
    cluster.uncordon("platform-1");
    try (Availability availability = cluster.pods(namespace).watchAvailability("app")) {

      cluster.drain("platform-0", LIMIT).orFail();

      cluster.pods(namespace).awaitReady(4, LIMIT);
      assertThat(availability.lowest()).containsExactly(Map.entry("web", 3));
    } finally {
      cluster.uncordon("platform-0");
    }
  }

  @Test
  void budgetThatLetsNoPodGoBlocksTheDrain() {
    kubectl.apply(deployment("web", 1, "platform", "1")).orFail();
    budget(1);
    String occupied =
        cluster.pods(namespace).awaitReady(1, LIMIT).get(0).text("spec", "nodeName").orElseThrow();
    try {
      Outcome blocked = cluster.drain(occupied, Duration.ofSeconds(3));

      assertThat(blocked.succeeded()).isFalse();
      assertThat(blocked.text()).contains("Cannot evict pod");
    } finally {
      cluster.uncordon(occupied);
    }
  }

  @Test
  void claimsOfAStatefulSetGetVolumes() {
    cluster.volumes().storageClass("gp3");
    kubectl.apply(statefulSet("gp3")).orFail();

    cluster.pods(namespace).awaitReady(2, LIMIT);

    List<LiveObject> claims = kubectl.list("persistentvolumeclaims");
    assertThat(claims).extracting(LiveObject::name).containsExactly("data-db-0", "data-db-1");
    assertThat(claims).allMatch(claim -> claim.text("status", "phase").orElse("").equals("Bound"));
  }

  @Test
  void sharedClaimOfTheDefaultClassGetsAVolume() {
    kubectl
        .apply(
            """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: shared}
            spec:
              accessModes: [ReadWriteMany]
              resources: {requests: {storage: 1Gi}}
            """)
        .orFail();
    kubectl
        .apply(
            pod("reader", "platform", "1")
                + "  volumes: [{name: shared, persistentVolumeClaim: {claimName: shared}}]\n")
        .orFail();

    cluster.pods(namespace).awaitReady(1, LIMIT);
  }

  @Test
  void namespaceEnforcesItsPodSecurityLevel() {
    cluster
        .kubectl()
        .run("label", "namespace", namespace, "pod-security.kubernetes.io/enforce=restricted")
        .orFail();

    Outcome outcome = kubectl.apply(pod("web", "platform", "1"));

    assertThat(outcome.err()).contains("violates PodSecurity \"restricted:latest\"");
  }

  @Test
  void validatingAdmissionPoliciesAreServed() {
    assertThat(kubectl.run("api-resources", "--api-group=admissionregistration.k8s.io").out())
        .contains("validatingadmissionpolicies");
  }

  private void budget(int minAvailable) {
    kubectl
        .run(
            "create",
            "poddisruptionbudget",
            "web",
            "--selector=app=web",
            "--min-available=" + minAvailable)
        .orFail();
  }

  private static String deployment(String name, int replicas, String group, String cpu) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s}
    spec:
      replicas: %2$d
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}}
        spec:
          nodeSelector: {hs-component: %3$s}
          containers:
            - name: main
              image: example.com/web:1
              resources: {requests: {cpu: "%4$s"}}
    """
        .formatted(name, replicas, group, cpu);
  }

  private static String pod(String name, String group, String cpu) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %1$s}
    spec:
      nodeSelector: {hs-component: %2$s}
      tolerations: [{key: dedicated, operator: Exists}]
      containers:
        - name: main
          image: example.com/web:1
          resources: {requests: {cpu: "%3$s"}}
    """
        .formatted(name, group, cpu);
  }

  private static String statefulSet(String storageClass) {
    return """
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: db}
    spec:
      replicas: 2
      serviceName: db
      selector: {matchLabels: {app: db}}
      template:
        metadata: {labels: {app: db}}
        spec:
          nodeSelector: {hs-component: platform}
          containers:
            - name: main
              image: example.com/db:1
              volumeMounts: [{name: data, mountPath: /data}]
      volumeClaimTemplates:
        - metadata: {name: data}
          spec:
            accessModes: [ReadWriteOnce]
            storageClassName: %s
            resources: {requests: {storage: 10Gi}}
    """
        .formatted(storageClass);
  }
}
