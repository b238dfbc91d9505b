package dev.slipway.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.SystemPods;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.YamlReader;
import dev.slipway.placement.search.Verdict;
import dev.slipway.target.Declaration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What placement says of manifests on a declared cluster. */
class PlacementTest {

  private static final String TWO_PODS_OF_TWO_CORES =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        strategy: {type: Recreate}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - {name: web, image: web, resources: {requests: {cpu: "2", memory: 1Gi}}}
      """;

  @Test
  void podsThatFitScheduleAndSayWhere() {
    ScenarioResult declared =
        judge(cluster(nodes("a", "3", 2)), TWO_PODS_OF_TWO_CORES).asDeclared();

    assertThat(declared.verdict()).isEqualTo(Verdict.SCHEDULES);
    assertThat(declared.placements())
        .containsExactly(
            new Placed(
                "shop",
                "Deployment web",
                "web-0",
                "a-0",
                "a",
                Quantity.of("2"),
                Quantity.of("1Gi")),
            new Placed(
                "shop",
                "Deployment web",
                "web-1",
                "a-1",
                "a",
                Quantity.of("2"),
                Quantity.of("1Gi")));
    assertThat(declared.unplaced()).isEmpty();
    assertThat(declared.shortfall()).isEmpty();
  }

  @Test
  void aPodTooManyIsImpossibleInTheSchedulersWords() {
    ScenarioResult declared =
        judge(cluster(nodes("a", "3", 1), tainted("b")), TWO_PODS_OF_TWO_CORES).asDeclared();

    assertThat(declared.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
    assertThat(declared.unplaced())
        .containsExactly(
            new Unplaced(
                "shop",
                "Deployment web",
                1,
                "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated"
                    + " taint(s)."));
  }

  @Test
  void theShortfallIsWhatThePodsWithoutAPlaceRequestAndOneMoreNodeMendsIt() {
    ScenarioResult declared =
        judge(cluster(nodes("a", "3", 1)), TWO_PODS_OF_TWO_CORES).asDeclared();

    assertThat(declared.shortfall())
        .contains(
            new Shortfall(
                Quantity.of("2"), Quantity.of("1Gi"), "One more node of group 'a' would mend it."));
  }

  @Test
  void podsThatMustBePackedFitIfRepacked() {
    // Spread evenly the small ones leave no node for the large one.
    ScenarioResult declared =
        judge(cluster(nodes("a", "4", 2)), pods("small", 2, "1500m"), pods("zlarge", 1, "4"))
            .asDeclared();

    assertThat(declared.verdict()).isEqualTo(Verdict.FITS_IF_REPACKED);
    assertThat(declared.placements()).hasSize(3);
    assertThat(declared.unplaced())
        .containsExactly(
            new Unplaced(
                "default", "Deployment zlarge", 1, "0/2 nodes are available: 2 Insufficient cpu."));
  }

  @Test
  void moreImportantPodsComeFirst() {
    ScenarioResult declared =
        judge(
                cluster(nodes("a", "4", 2)),
                pods("small", 2, "1500m"),
                pods("zlarge", 1, "4").replace("containers:", "priority: 10\n      containers:"))
            .asDeclared();

    assertThat(declared.verdict()).isEqualTo(Verdict.SCHEDULES);
    assertThat(declared.dependsOnOrder()).isTrue();
  }

  @Test
  void aDrainedNodeKeepsHardSpreadPodsFromComingBack() {
    String spread =
        pods("web", 2, "100m")
            .replace(
                "containers:",
                """
                topologySpreadConstraints:
                      - maxSkew: 1
                        topologyKey: kubernetes.io/hostname
                        whenUnsatisfiable: DoNotSchedule
                        labelSelector: {matchLabels: {app: web}}
                      containers:\
                """);

    ScenarioResult drained = scenario("node-drained", judge(cluster(nodes("a", "4", 2)), spread));
    ScenarioResult honoring =
        scenario(
            "node-drained",
            judge(
                cluster(nodes("a", "4", 2)),
                spread.replace("maxSkew: 1", "maxSkew: 1\n        nodeTaintsPolicy: Honor")));

    assertThat(drained.fails()).isTrue();
    assertThat(drained.detail()).isEqualTo("When node 'a-0' is drained.");
    assertThat(drained.unplaced().get(0).reason())
        .isEqualTo(
            "0/2 nodes are available: 1 node(s) didn't match pod topology spread constraints,"
                + " 1 node(s) were unschedulable.");
    assertThat(honoring.holds()).isTrue();
  }

  @Test
  void theOnlyNodeOfAGroupCannotBeDrainedUntilThereIsAnother() {
    Cluster cluster =
        cluster(nodes("a", "8", 2), nodesOf("b", "8").label("for", "b").nodes(1).build());
    String pinned =
        pods("web", 1, "1").replace("containers:", "nodeSelector: {for: b}\n      containers:");

    ScenarioResult drained = scenario("node-drained", judge(cluster, pinned));

    assertThat(drained.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
    assertThat(drained.shortfall())
        .contains(
            new Shortfall(
                Quantity.of("1"), Quantity.ZERO, "One more node of group 'b' would mend it."));
  }

  @Test
  void aRollingUpdateNeedsRoomForItsSurge() {
    String rolled =
        pods("web", 2, "2")
            .replace("{type: Recreate}", "{rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}");

    ScenarioResult tight = scenario("rolling-update", judge(cluster(nodes("a", "3", 2)), rolled));
    ScenarioResult roomy = scenario("rolling-update", judge(cluster(nodes("a", "3", 3)), rolled));
    ScenarioResult ending =
        scenario(
            "rolling-update",
            judge(
                cluster(nodes("a", "3", 2)),
                rolled.replace("maxUnavailable: 0", "maxUnavailable: 1")));

    assertThat(tight.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
    assertThat(tight.detail()).isEqualTo("When Deployment web is rolled with 1 pod more.");
    assertThat(roomy.holds()).isTrue();
    assertThat(ending.holds()).as("an old pod may end first").isTrue();
  }

  @Test
  void aLostZoneTakesItsNodesWithIt() {
    Cluster cluster = cluster(nodesOf("a", "3").nodes(2).zones("eu-west-1a", "eu-west-1b").build());

    ScenarioResult lost = scenario("zone-lost", judge(cluster, TWO_PODS_OF_TWO_CORES));

    assertThat(lost.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
    assertThat(lost.mustHold()).isFalse();
    assertThat(lost.unplaced().get(0).reason())
        .isEqualTo("0/1 nodes are available: 1 Insufficient cpu.");
  }

  @Test
  void aPodComesBackToTheZoneOfItsDisk() {
    String disk =
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: disk}
        provisioner: ebs.csi.aws.com
        volumeBindingMode: WaitForFirstConsumer
        """;
    Cluster oneInEachZone = cluster(nodesOf("a", "3").nodes(2).zones("z1", "z2").build());
    Cluster twoInEachZone = cluster(nodesOf("a", "3").nodes(4).zones("z1", "z2").build());

    ScenarioResult drained = scenario("node-drained", judge(oneInEachZone, disk, database("disk")));

    assertThat(drained.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
    assertThat(drained.unplaced())
        .containsExactly(
            new Unplaced(
                "default",
                "StatefulSet db",
                1,
                "0/2 nodes are available: 1 node(s) didn't match PersistentVolume's node affinity,"
                    + " 1 node(s) were unschedulable."));
    assertThat(scenario("node-drained", judge(twoInEachZone, disk, database("disk"))).holds())
        .isTrue();
    assertThat(scenario("zone-lost", judge(twoInEachZone, disk, database("disk"))).holds())
        .isFalse();
    assertThat(scenario("node-drained", judge(oneInEachZone, database("disk"))).holds())
        .as("of a class that is not known nothing is said")
        .isTrue();
  }

  @Test
  void aDiskInSeveralZonesKeepsNobody() {
    String disk =
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: disk, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}
        provisioner: pd.csi.storage.gke.io
        parameters: {replication-type: regional-pd}
        """;
    Cluster cluster = cluster(nodesOf("a", "3").nodes(2).zones("z1", "z2").build());

    assertThat(scenario("node-drained", judge(cluster, disk, database(""))).holds()).isTrue();
    assertThat(
            scenario(
                    "node-drained",
                    judge(cluster, disk.replace("regional-pd", "none"), database("")))
                .holds())
        .isFalse();
  }

  @Test
  void theDisksOfADistributionAreKnownByTheNamesOfTheirClasses() {
    Cluster eks =
        Cluster.builder("test")
            .distribution(Distribution.EKS)
            .kubernetes("1.34")
            .nodeGroups(
                List.of(nodesOf("a", "3").nodes(2).zones("eu-west-1a", "eu-west-1b").build()))
            .build();

    assertThat(scenario("node-drained", judge(eks, database("gp2"))).holds()).isFalse();
    assertThat(scenario("node-drained", judge(eks, database(""))).holds()).isFalse();
    assertThat(scenario("node-drained", judge(eks, database("efs"))).holds()).isTrue();
  }

  @Test
  void theNextPodOfADeploymentMustReachTheVolumeThatItShares() {
    String claim =
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          storageClassName: local-path
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 1Gi}}
        """;
    String web =
        pods("web", 1, "2")
            .replace("{type: Recreate}", "{rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}")
            .replace(
                "containers:",
                "volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]\n"
                    + "      containers:");

    ScenarioResult rolled =
        scenario("rolling-update", judge(cluster(nodes("a", "3", 2)), claim, web));

    assertThat(rolled.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
    assertThat(rolled.unplaced().get(0).reason())
        .isEqualTo(
            "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't match"
                + " PersistentVolume's node affinity.");
  }

  @Test
  void autoscalersAndNodeGroupsAreTakenToTheirMaximum() {
    String autoscaled =
        pods("web", 1, "2")
            + """
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              minReplicas: 1
              maxReplicas: 3
            """;
    Judgement judgement = judge(cluster(nodesOf("a", "3").nodes(1, 3).build()), autoscaled);

    assertThat(judgement.asDeclared().holds()).isTrue();
    assertThat(scenario("autoscalers-at-maximum", judgement).verdict())
        .isEqualTo(Verdict.IMPOSSIBLE);
    assertThat(scenario("node-groups-at-maximum", judgement).placements()).hasSize(3);
  }

  @Test
  void aScaledObjectIsTakenToItsMaximum() {
    String scaled =
        pods("web", 1, "2")
            + """
            ---
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata: {name: web}
            spec:
              scaleTargetRef: {name: web}
              maxReplicaCount: %s
            """;
    Judgement three = judge(cluster(nodes("a", "3", 3)), scaled.formatted(3));
    Judgement four = judge(cluster(nodes("a", "3", 3)), scaled.formatted(4));

    assertThat(three.asDeclared().placements()).hasSize(1);
    assertThat(scenario("autoscalers-at-maximum", three).placements()).hasSize(3);
    assertThat(scenario("autoscalers-at-maximum", four).verdict()).isEqualTo(Verdict.IMPOSSIBLE);
  }

  @Test
  void twoTrainersStandSideBySideDuringAnUpgrade() {
    String trainer =
        pods("trainer", 1, "2")
            .replace(
                "{app: trainer}}\n    spec",
                "{app: trainer, app.kubernetes.io/component: trainer}}\n    spec");
    Judgement judgement = judge(cluster(nodes("a", "3", 1)), trainer);

    assertThat(scenario("two-trainers", judgement).verdict()).isEqualTo(Verdict.IMPOSSIBLE);
  }

  @Test
  void headroomIsKeptFree() {
    Declaration.Headroom room =
        new Declaration.Headroom("a", Quantity.of("2"), Quantity.of("1Gi"), 1, "blocks");

    ScenarioResult declared =
        Placement.of(cluster(nodes("a", "3", 2)))
            .judge(manifests(TWO_PODS_OF_TWO_CORES), List.of(room))
            .asDeclared();

    assertThat(declared.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
    assertThat(declared.unplaced()).extracting(Unplaced::workload).containsExactly("Head-room a");
  }

  @Test
  void limitRangesGiveRequestsToPodsThatHaveNone() {
    String none =
        pods("web", 3, "1").replace("resources: {requests: {cpu: \"1\"}}", "command: [x]");
    String range =
        """
        apiVersion: v1
        kind: LimitRange
        metadata: {name: usual}
        spec: {limits: [{type: Container, default: {cpu: "2"}}]}
        """;

    assertThat(judge(cluster(nodes("a", "3", 1)), none).asDeclared().holds()).isTrue();
    assertThat(judge(cluster(nodes("a", "3", 1)), none, range).asDeclared().holds()).isFalse();
  }

  @Test
  void quotasRefusePodsBeforeAnySchedulerSeesThem() {
    String quota =
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: small}
        spec: {hard: {requests.cpu: 1500m}}
        """;

    ScenarioResult declared =
        judge(cluster(nodes("a", "8", 2)), pods("web", 2, "1"), quota).asDeclared();

    assertThat(declared.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
    assertThat(declared.unplaced())
        .containsExactly(
            new Unplaced(
                "default",
                "Deployment web",
                1,
                "exceeded quota: small, requested: requests.cpu=1, used: requests.cpu=1, limited:"
                    + " requests.cpu=1500m"));
  }

  @Test
  void aQuotaWantsToBeToldWhatItLimits() {
    String quota =
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: small}
        spec: {hard: {limits.memory: 1Gi, requests.cpu: "4", pods: "3"}}
        """;

    assertThat(
            judge(cluster(nodes("a", "8", 2)), pods("web", 1, "1"), quota).asDeclared().unplaced())
        .containsExactly(
            new Unplaced(
                "default",
                "Deployment web",
                1,
                "failed quota: small: must specify limits.memory for: main"));
  }

  @Test
  void aQuotaWithScopesConcernsThePodsThatAreInThem() {
    String quota =
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: batch}
        spec:
          hard: {pods: "1"}
          scopeSelector:
            matchExpressions: [{scopeName: PriorityClass, operator: In, values: [batch]}]
        """;
    String batch =
        pods("web", 2, "1").replace("containers:", "priorityClassName: batch\n      containers:");
    Cluster cluster = cluster(nodes("a", "8", 2));

    assertThat(judge(cluster, quota, pods("web", 2, "1")).asDeclared().holds()).isTrue();
    assertThat(judge(cluster, quota, batch).asDeclared().unplaced())
        .containsExactly(
            new Unplaced(
                "default",
                "Deployment web",
                1,
                "exceeded quota: batch, requested: pods=1, used: pods=1, limited: pods=1"));
    assertThat(
            judge(cluster, quota.replace("scopeSelector", "scopes: [BestEffort]\n  other"), batch)
                .asDeclared()
                .holds())
        .isTrue();
  }

  @Test
  void daemonSetsHaveAPodOnEveryNodeThatTheyTolerate() {
    String daemon =
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent}
        spec:
          selector: {matchLabels: {app: agent}}
          template:
            metadata: {labels: {app: agent}}
            spec:
              containers: [{name: agent, image: agent, resources: {requests: {cpu: "2"}}}]
        """;

    ScenarioResult declared =
        judge(cluster(nodes("a", "3", 2), tainted("b")), daemon, pods("web", 1, "2")).asDeclared();

    assertThat(declared.placements())
        .extracting(Placed::pod)
        .containsExactlyInAnyOrder("agent-a-0", "agent-a-1");
    assertThat(declared.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
  }

  @Test
  void podsThatWaitForEachOtherNeverStart() {
    String waiting = affine("web", "api") + "---\n" + affine("api", "web");

    ScenarioResult declared = judge(cluster(nodes("a", "8", 2)), waiting).asDeclared();

    assertThat(declared.verdict()).isEqualTo(Verdict.IMPOSSIBLE);
    assertThat(declared.detail()).contains("must stand near pods that are not there");
  }

  @Test
  void whatMustHoldIsASetOfScenarios() {
    PlacementOptions options = PlacementOptions.mustHold(List.of("zone-lost"));

    assertThat(
            Placement.of(cluster(nodes("a", "1", 1)), options)
                .judge(manifests(TWO_PODS_OF_TWO_CORES), List.of())
                .failures())
        .isEmpty();
    assertThatThrownBy(() -> PlacementOptions.mustHold(List.of("zone-lst")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("There is no scenario 'zone-lst'. Did you mean 'zone-lost'?");
  }

  @Test
  void aClusterWithoutNodesTakesNothing() {
    assertThat(
            judge(cluster(nodesOf("a", "1").nodes(0, 1).build()), TWO_PODS_OF_TWO_CORES)
                .asDeclared()
                .unplaced())
        .containsExactly(
            new Unplaced("shop", "Deployment web", 2, "no nodes available to schedule pods"));
  }

  private static String pods(String name, int replicas, String cpu) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s}
    spec:
      replicas: %2$s
      selector: {matchLabels: {app: %1$s}}
      strategy: {type: Recreate}
      template:
        metadata: {labels: {app: %1$s}}
        spec:
          containers:
          - {name: main, image: main, resources: {requests: {cpu: "%3$s"}}}
    """
        .formatted(name, replicas, cpu);
  }

  /** A StatefulSet of one pod with a claim of its own; the class may be left open. */
  private static String database(String storageClass) {
    return """
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: db}
    spec:
      serviceName: db
      selector: {matchLabels: {app: db}}
      template:
        metadata: {labels: {app: db}}
        spec:
          containers:
          - {name: db, image: db, resources: {requests: {cpu: "2"}}}
      volumeClaimTemplates:
      - metadata: {name: data}
        spec:%s
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 1Gi}}
    """
        .formatted(storageClass.isEmpty() ? "" : "\n      storageClassName: " + storageClass);
  }

  private static String affine(String name, String near) {
    return pods(name, 1, "1")
        .replace(
            "containers:",
            """
            affinity:
                    podAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                      - labelSelector: {matchLabels: {app: %s}}
                        topologyKey: kubernetes.io/hostname
                  containers:\
            """
                .formatted(near));
  }

  private static NodeGroup nodes(String name, String cpu, int count) {
    return nodesOf(name, cpu).nodes(count).build();
  }

  private static NodeGroup tainted(String name) {
    return nodesOf(name, "8").nodes(1).taint("dedicated=other:NoSchedule").build();
  }

  private static NodeGroup.Builder nodesOf(String name, String cpu) {
    return NodeGroup.builder(name).allocatable(cpu, "16Gi", 20).systemPods(SystemPods.NONE);
  }

  private static Cluster cluster(NodeGroup... groups) {
    return Cluster.builder("test").kubernetes("1.34").nodeGroups(List.of(groups)).build();
  }

  private static Judgement judge(Cluster cluster, String... yaml) {
    return Placement.of(cluster).judge(manifests(String.join("---\n", yaml)), List.of());
  }

  private static ScenarioResult scenario(String name, Judgement judgement) {
    return judgement.scenarios().stream()
        .filter(result -> result.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no scenario " + name + "."));
  }

  private static ManifestSet manifests(String yaml) {
    return ManifestSet.of(
        YamlReader.kubernetes(new Problems()).readAll("test.yaml", yaml).stream()
            .map(node -> Manifest.of((Mapping) node.toNode(), Origin.at(node.position())))
            .toList());
  }
}
