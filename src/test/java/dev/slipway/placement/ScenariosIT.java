package dev.slipway.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Node;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.SystemPods;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.YamlReader;
import dev.slipway.testing.controlplane.Await;
import dev.slipway.testing.controlplane.ControlPlane;
import dev.slipway.testing.controlplane.DeclaredNode;
import dev.slipway.testing.controlplane.Kubectl;
import dev.slipway.testing.controlplane.LiveObject;
import dev.slipway.testing.controlplane.Running;
import dev.slipway.testing.controlplane.Volumes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each scenario for real, where it holds and where it does not: what it says beforehand is what a
 * control plane does when it comes to pass.
 */
class ScenariosIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final String ZONAL_DISK =
      """
      apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata: {name: zonal}
      provisioner: %s
      volumeBindingMode: WaitForFirstConsumer
      """
          .formatted(Volumes.ZONAL);

  @RegisterExtension
  static final Running<ControlPlane> RUNNING = Running.forClass(ControlPlane::start);

  private final ControlPlane controlPlane = RUNNING.get();
  private String namespace = "";
  private Kubectl kubectl = controlPlane.kubectl();

  @BeforeEach
  void newNamespace() {
    namespace = controlPlane.newNamespace("scenario");
    kubectl = controlPlane.kubectl().in(namespace);
    kubectl.apply(ZONAL_DISK).orFail();
  }

  @AfterEach
  void clear() {
    controlPlane.delete(namespace);
    kubectl.run("delete", "nodes", "--all").orFail();
    kubectl.run("delete", "pods", "--all", "--force", "--wait=true").orFail();
  }

  @Test
  void aNodeIsDrainedWhereAnotherTakesItsPods() {
    assertSame("node-drained", nodes(3), deployment(2), drain("a-0"), true);
  }

  @Test
  void aNodeIsDrainedWhereNoneTakesThem() {
    assertSame("node-drained", nodes(2), deployment(2), drain("a-0"), false);
  }

  @Test
  void aDrainedPodComesBackToTheZoneOfItsDiskAlone() {
    assertSame("node-drained", zones(2), database(), drain("a-0"), false);
  }

  @Test
  void aDrainedPodComesBackWhereItsZoneHasAnotherNode() {
    assertSame("node-drained", zones(4), database(), drain("a-0"), true);
  }

  @Test
  void aZoneIsLostThatTheOtherMakesUpFor() {
    assertSame("zone-lost", zones(4), deployment(2), lose("z1"), true);
  }

  @Test
  void aZoneIsLostThatNothingMakesUpFor() {
    assertSame("zone-lost", zones(2), deployment(2), lose("z1"), false);
  }

  @Test
  void aRolloutSurgesWhereThereIsRoom() {
    assertSame("rolling-update", nodes(3), deployment(2), this::roll, true);
  }

  @Test
  void aRolloutSurgesWhereThereIsNone() {
    assertSame("rolling-update", nodes(2), deployment(2), this::roll, false);
  }

  @Test
  void anAutoscalerReachesItsMaximumWhereThereIsRoom() {
    assertSame("autoscalers-at-maximum", nodes(3), autoscaled(3), scale(3), true);
  }

  @Test
  void anAutoscalerReachesItsMaximumWhereThereIsNone() {
    assertSame("autoscalers-at-maximum", nodes(2), autoscaled(3), scale(3), false);
  }

  @Test
  void moreNodesTakeWhatTheLeastOfThemDoNot() {
    Cluster growing = cluster(group().nodes(2, 3));

    assertThat(judged("as-declared", growing, deployment(3)).holds()).isFalse();
    assertSame("node-groups-at-maximum", growing, deployment(3), grow(growing), true);
  }

  @Test
  void moreNodesAreStillTooFew() {
    Cluster growing = cluster(group().nodes(2, 3));

    assertSame("node-groups-at-maximum", growing, deployment(4), grow(growing), false);
  }

  @Test
  void theNextTrainerStandsBesideTheFirst() {
    assertSame("two-trainers", nodes(2), trainer("now"), this::addTrainer, true);
  }

  @Test
  void theNextTrainerHasNoNode() {
    assertSame("two-trainers", nodes(1), trainer("now"), this::addTrainer, false);
  }

  /**
   * Says what becomes of manifests, brings it about, and compares: whether all pods stand, and of
   * those that do not how many there are of each workload and why.
   */
  private void assertSame(
      String scenario, Cluster cluster, String manifests, Runnable event, boolean holds) {
    ScenarioResult said = judged(scenario, cluster, manifests);
    add(cluster.nodes());
    kubectl.apply(manifests).orFail();
    awaitSettled();

    event.run();

    Map<String, String> expected = new TreeMap<>();
    for (Unplaced unplaced : said.unplaced()) {
      expected.put(
          unplaced.workload().replaceFirst(".* ", ""), unplaced.pods() + ": " + unplaced.reason());
    }
    assertThat(said.holds()).isEqualTo(holds);
    assertThat(awaitSettled()).isEqualTo(expected);
  }

  private static ScenarioResult judged(String scenario, Cluster cluster, String manifests) {
    ManifestSet all =
        ManifestSet.of(
            YamlReader.kubernetes(new Problems())
                .readAll("scenario.yaml", ZONAL_DISK + "---\n" + manifests)
                .stream()
                .map(node -> Manifest.of((Mapping) node.toNode(), Origin.at(node.position())))
                .toList());
    return Placement.of(cluster).judge(all, List.of()).scenarios().stream()
        .filter(result -> result.name().equals(scenario))
        .findFirst()
        .orElseThrow();
  }

  /** Pods without a node by their label {@code app}, once nothing changes any more. */
  private Map<String, String> awaitSettled() {
    return Await.value(
        LIMIT,
        () -> "pods that are decided about\n" + controlPlane.pods(namespace).describe(),
        () -> {
          List<LiveObject> before = controlPlane.pods(namespace).all();
          pause();
          List<LiveObject> now = controlPlane.pods(namespace).all();
          boolean settled = !now.isEmpty() && states(before).equals(states(now));
          return settled ? without(now) : Optional.empty();
        });
  }

  private static List<String> states(List<LiveObject> pods) {
    return pods.stream().map(pod -> pod.name() + pod.text("spec", "nodeName")).sorted().toList();
  }

  private static Optional<Map<String, String>> without(List<LiveObject> pods) {
    Map<String, List<String>> reasons = new TreeMap<>();
    for (LiveObject pod : pods) {
      if (pod.text("spec", "nodeName").isEmpty()) {
        Optional<String> reason =
            pod.condition("PodScheduled").flatMap(condition -> condition.text("message"));
        if (reason.isEmpty()) {
          return Optional.empty();
        }
        reasons
            .computeIfAbsent(
                pod.text("metadata", "labels", "app").orElseThrow(), app -> new ArrayList<>())
            .add(reason.get().replaceFirst(" (no new claims|preemption:).*", ""));
      }
    }
    Map<String, String> without = new TreeMap<>();
    reasons.forEach((app, each) -> without.put(app, each.size() + ": " + each.get(0)));
    return Optional.of(without);
  }

  private static void pause() {
    try {
      Thread.sleep(1500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void add(List<Node> nodes) {
    controlPlane.add(nodes.stream().map(DeclaredNode::of).toList());
    nodes.forEach(node -> controlPlane.awaitReady(node.name()));
  }

  private Runnable drain(String node) {
    return () -> controlPlane.drain(node, LIMIT).orFail();
  }

  /** The nodes of a zone go, and what stood on them, as its controllers find out in minutes. */
  private Runnable lose(String zone) {
    return () -> {
      List<LiveObject> gone =
          kubectl.list("nodes", "--selector=topology.kubernetes.io/zone=" + zone);
      for (LiveObject node : gone) {
        kubectl.run("delete", "node", node.name()).orFail();
        kubectl
            .run(
                "delete",
                "pods",
                "--field-selector=spec.nodeName=" + node.name(),
                "--force",
                "--wait=false")
            .orFail();
      }
      assertThat(gone).isNotEmpty();
    };
  }

  private Runnable grow(Cluster cluster) {
    return () ->
        add(cluster.nodesAtMost().subList(cluster.nodes().size(), cluster.nodesAtMost().size()));
  }

  private void roll() {
    kubectl.run("rollout", "restart", "deployment/web").orFail();
  }

  private Runnable scale(int replicas) {
    return () -> kubectl.run("scale", "deployment/web", "--replicas=" + replicas).orFail();
  }

  private void addTrainer() {
    kubectl.apply(trainer("next")).orFail();
  }

  private static NodeGroup.Builder group() {
    return NodeGroup.builder("a").allocatable("3", "16Gi", 20).systemPods(SystemPods.NONE);
  }

  private static Cluster cluster(NodeGroup.Builder group) {
    return Cluster.builder("test").kubernetes("1.34").nodeGroups(List.of(group.build())).build();
  }

  private static Cluster nodes(int count) {
    return cluster(group().nodes(count));
  }

  /** So many nodes in two zones by turns. */
  private static Cluster zones(int count) {
    return cluster(group().nodes(count).zones("z1", "z2"));
  }

  /** Pods of which a node takes one, for it has three cores. */
  private static String deployment(int replicas) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      replicas: %s
      selector: {matchLabels: {app: web}}
      strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers:
          - {name: web, image: registry.example.com/web:1, resources: {requests: {cpu: "2"}}}
    """
        .formatted(replicas);
  }

  private static String autoscaled(int most) {
    return deployment(1)
        + """
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 1
          maxReplicas: %s
        """
            .formatted(most);
  }

  private static String trainer(String version) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: trainer-%1$s}
    spec:
      selector: {matchLabels: {version: %1$s}}
      strategy: {type: Recreate}
      template:
        metadata: {labels: {app: trainer-now, version: %1$s, app.kubernetes.io/component: trainer}}
        spec:
          containers:
          - {name: trainer, image: registry.example.com/trainer:1, resources: {requests: {cpu: "2"}}}
    """
        .formatted(version);
  }

  /** One pod in each of two zones, each with a disk. */
  private static String database() {
    return """
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: db}
    spec:
      serviceName: db
      replicas: 2
      podManagementPolicy: Parallel
      selector: {matchLabels: {app: db}}
      template:
        metadata: {labels: {app: db}}
        spec:
          topologySpreadConstraints:
          - maxSkew: 1
            topologyKey: topology.kubernetes.io/zone
            whenUnsatisfiable: DoNotSchedule
            labelSelector: {matchLabels: {app: db}}
          containers:
          - {name: db, image: registry.example.com/db:1, resources: {requests: {cpu: "1"}}}
      volumeClaimTemplates:
      - metadata: {name: data}
        spec:
          storageClassName: zonal
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 1Gi}}
    """;
  }
}
