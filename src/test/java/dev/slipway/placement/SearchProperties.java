package dev.slipway.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.SystemPods;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.YamlReader;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.StorageClasses;
import dev.slipway.placement.pod.WorkloadPods;
import dev.slipway.placement.pod.Workloads;
import dev.slipway.placement.search.Effort;
import dev.slipway.placement.search.Outcome;
import dev.slipway.placement.search.Search;
import dev.slipway.placement.search.Verdict;
import dev.slipway.placement.state.Nodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of every search: it ends, it is repeatable, and it never mixes verdicts. */
class SearchProperties {
  /** Far beyond what any of these takes, for machines that have other things to do. */
  private static final Duration ENDS = Duration.ofSeconds(60);

  @Property(tries = 40)
  void equalInputGivesEqualAnswers(@ForAll @LongRange(min = 100_000, max = 200_000) long seed) {
    Outcome one = decide(seed);
    Outcome other = decide(seed);

    assertThat(one.verdict()).isEqualTo(other.verdict());
    assertThat(one.nodes()).isEqualTo(other.nodes());
    assertThat(List.copyOf(one.unplaced().values()))
        .isEqualTo(List.copyOf(other.unplaced().values()));
  }

  @Property(tries = 60)
  void aVerdictHasWhatItPromises(@ForAll @LongRange(min = 200_000, max = 300_000) long seed) {
    Outcome outcome = decide(seed);

    boolean complete = outcome.nodes().length == outcome.pods().size();
    switch (outcome.verdict()) {
      case SCHEDULES -> assertThat(complete && outcome.unplaced().isEmpty()).isTrue();
      case FITS_IF_REPACKED -> assertThat(complete && !outcome.unplaced().isEmpty()).isTrue();
      case IMPOSSIBLE -> {
        assertThat(outcome.proof()).isNotEmpty();
        assertThat(outcome.unplaced()).isNotEmpty();
      }
      case UNDECIDED -> assertThat(outcome.unplaced()).isNotEmpty();
    }
  }

  private static Outcome decide(long seed) {
    RandomCase made = RandomCase.of(seed);
    List<Pod> pods = new ArrayList<>();
    for (WorkloadPods workload : Workloads.of(made.manifests(), StorageClasses.UNKNOWN)) {
      pods.addAll(workload.pods(1));
    }
    Nodes nodes = new Nodes(made.nodes);
    return Search.on(nodes, pods, Effort.usual(pods.size(), nodes.size())).decide();
  }

  @Property(tries = 4)
  void aThousandPodsThatShunEachOtherAreDecided(
      @ForAll @IntRange(min = 990, max = 1010) int nodes) {
    String shunning =
        """
              affinity:
                podAntiAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                  - labelSelector: {matchLabels: {app: web}}
                    topologyKey: kubernetes.io/hostname
        """;

    assertThat(verdict(nodes, 1000, "10m", shunning))
        .isEqualTo(nodes >= 1000 ? Verdict.SCHEDULES : Verdict.IMPOSSIBLE);
  }

  @Example
  void contradictingSpreadsAreDecided() {
    String contradicting =
        """
              topologySpreadConstraints:
              - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule, minDomains: 9, labelSelector: {matchLabels: {app: web}}}
              - {maxSkew: 1, topologyKey: slipway, whenUnsatisfiable: DoNotSchedule, labelSelector: {}}
        """;

    assertThat(verdict(5, 60, "10m", contradicting)).isEqualTo(Verdict.IMPOSSIBLE);
  }

  @Example
  void zeroAndGiganticRequestsAreDecided() {
    assertThat(verdict(3, 50, "0", "")).isEqualTo(Verdict.SCHEDULES);
    assertThat(verdict(3, 50, "9e200", "")).isEqualTo(Verdict.IMPOSSIBLE);
    assertThat(verdict(3, 50, "9223372036854775807", "")).isEqualTo(Verdict.IMPOSSIBLE);
  }

  /** Items just above a third of a bin: as bad as packing gets. */
  @Property(tries = 3)
  void packingThatIsHardEnds(@ForAll @IntRange(min = 330, max = 340) int milli) {
    assertThat(verdict(12, 36, milli + "m", "")).isNotNull();
  }

  private static Verdict verdict(int nodes, int pods, String cpu, String more) {
    Cluster cluster =
        Cluster.builder("test")
            .kubernetes("1.34")
            .nodeGroup(
                NodeGroup.builder("a")
                    .allocatable("1", "16Gi", 60)
                    .systemPods(SystemPods.NONE)
                    .nodes(nodes)
                    .build())
            .build();
    String yaml =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: %s
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
        %s      containers:
              - {name: main, image: main, resources: {requests: {cpu: "%s"}}}
        """
            .formatted(pods, more, cpu);
    ManifestSet manifests =
        ManifestSet.of(
            YamlReader.kubernetes(new Problems()).readAll("test.yaml", yaml).stream()
                .map(node -> Manifest.of((Mapping) node.toNode(), Origin.at(node.position())))
                .toList());
    return assertTimeoutPreemptively(
        ENDS, () -> Placement.of(cluster).judge(manifests, List.of()).asDeclared().verdict());
  }
}
