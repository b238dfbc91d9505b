package dev.slipway.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.Quotas;
import dev.slipway.placement.pod.StorageClasses;
import dev.slipway.placement.pod.WorkloadPods;
import dev.slipway.placement.pod.Workloads;
import dev.slipway.placement.search.Effort;
import dev.slipway.placement.search.Outcome;
import dev.slipway.placement.search.Search;
import dev.slipway.placement.search.Verdict;
import dev.slipway.placement.state.Nodes;
import dev.slipway.placement.state.PlacementNode;
import dev.slipway.testing.controlplane.Await;
import dev.slipway.testing.controlplane.ControlPlane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Our verdicts against a whole control plane: limit ranges and quotas are the API server's, pods
 * are made by the controllers and placed by the scheduler, one workload after the other.
 */
class ControlPlanePlacementIT {
  private static final int CASES = Integer.getInteger("slipway.placement.live", 60);
  private static final long FIRST_SEED = Long.getLong("slipway.placement.seed", 1);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Control planes at once: on one, most of the time goes by waiting for its controllers. */
  private static final int LANES = 2;

  private final List<String> differences = new ArrayList<>();
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private int refused;

  @Test
  void verdictsAreTheControlPlanes() throws Exception {
    List<Callable<Long>> lanes = new ArrayList<>();
    for (int lane = 0; lane < LANES; lane++) {
      long first = FIRST_SEED + lane;
      lanes.add(() -> compare(first));
    }
    ExecutorService threads = Executors.newFixedThreadPool(LANES);
    long seeds = 0;
    try {
      for (Future<Long> lane : threads.invokeAll(lanes)) {
        seeds += lane.get();
      }
    } finally {
      threads.shutdownNow();
    }
    System.out.printf(
        "%d seeds from %d on: %s, %d with pods that a quota refused, %d cases not accepted%n",
        seeds, FIRST_SEED, verdicts, refused, seeds - CASES);
    assertThat(differences).isEmpty();
    assertThat(verdicts.getOrDefault(Verdict.SCHEDULES, 0)).isPositive();
    assertThat(verdicts.getOrDefault(Verdict.IMPOSSIBLE, 0)).isPositive();
    assertThat(refused).isPositive();
    assertThat(verdicts.getOrDefault(Verdict.UNDECIDED, 0)).isLessThanOrEqualTo(CASES / 20);
  }

  /** Compares cases of every so many seeds on a control plane of their own; how many it took. */
  private long compare(long first) {
    int compared = 0;
    long drawn = 0;
    try (ControlPlane controlPlane = ControlPlane.start()) {
      for (; compared < CASES / LANES; drawn++) {
        if (new Live(controlPlane, RandomCase.ofWorkloads(first + drawn * LANES)).compare()) {
          compared++;
        }
      }
    }
    return drawn;
  }

  private synchronized void count(Verdict verdict, boolean someRefused) {
    verdicts.merge(verdict, 1, Integer::sum);
    refused += someRefused ? 1 : 0;
  }

  private synchronized void differs(String what) {
    differences.add(what);
  }

  /** One case on a control plane. */
  private final class Live {
    private final ControlPlane controlPlane;
    private final RandomCase made;

    Live(ControlPlane controlPlane, RandomCase made) {
      this.controlPlane = controlPlane;
      this.made = made;
    }

    /** Whether the API server takes all of it; some that is drawn contradicts itself. */
    boolean compare() {
      Nodes nodes = new Nodes(made.nodes);
      List<WorkloadPods> workloads = Workloads.of(made.manifests(), StorageClasses.UNKNOWN);
      List<Pod> pods = new ArrayList<>();
      for (WorkloadPods workload : workloads) {
        pods.addAll(pods(workload, nodes));
      }
      Map<Pod, String> beyond = Quotas.of(made.manifests()).refused(pods);
      List<Pod> admitted = pods.stream().filter(pod -> !beyond.containsKey(pod)).toList();
      Outcome outcome =
          Search.on(nodes, admitted, Effort.usual(admitted.size(), nodes.size())).decide();
      Map<String, Long> expected = new LinkedHashMap<>();
      for (WorkloadPods workload : workloads) {
        expected.put(
            workload.workload().ref().name(),
            admitted.stream().filter(pod -> pod.workload() == workload.workload()).count());
      }
      try {
        prepare();
        // In the order that manifests are applied in, which is ours.
        for (String workload : expected.keySet()) {
          if (!send(List.of(made.workload(workload)))) {
            return false;
          }
          awaitDecided(workload, expected.getOrDefault(workload, 0L));
        }
        judge(outcome);
        count(outcome.verdict(), !beyond.isEmpty());
        return true;
      } finally {
        takeAway();
      }
    }

    private List<Pod> pods(WorkloadPods workload, Nodes nodes) {
      if (!workload.daemon()) {
        return workload.pods(workload.workload().replicas());
      }
      List<Pod> pods = new ArrayList<>();
      for (PlacementNode node : nodes.asList()) {
        workload.podFor(node).ifPresent(pods::add);
      }
      return pods;
    }

    private void prepare() {
      controlPlane.add(made.nodes.stream().map(LiveNodes::declared).toList());
      List<Mapping> objects = new ArrayList<>(made.namespaces);
      objects.addAll(made.rules);
      objects.addAll(made.volumes);
      objects.addAll(made.claims);
      assertThat(send(objects)).isTrue();
      Await.until(
          LIMIT,
          () -> "service accounts",
          () ->
              controlPlane
                      .kubectl()
                      .run(
                          "get",
                          "serviceaccounts",
                          "--all-namespaces",
                          "--output=custom-columns=IN:.metadata.namespace")
                      .orFail()
                      .out()
                      .lines()
                      .filter(namespace -> namespace.strip().endsWith("-" + made.seed))
                      .count()
                  == made.namespaces.size());
      Await.until(LIMIT, () -> "nodes that are ready", () -> LiveNodes.areOpen(controlPlane, made));
      Await.until(LIMIT, () -> "claims that are bound", () -> boundClaims() == made.claims.size());
    }

    private long boundClaims() {
      return controlPlane
          .kubectl()
          .run(
              "get",
              "persistentvolumeclaims",
              "--all-namespaces",
              "--no-headers",
              "--output=custom-columns=PHASE:.status.phase,IN:.metadata.namespace")
          .orFail()
          .out()
          .lines()
          .filter(claim -> claim.startsWith("Bound") && claim.strip().endsWith("-" + made.seed))
          .count();
    }

    private boolean send(List<Mapping> objects) {
      String manifests =
          objects.stream().map(JsonWriter::write).collect(Collectors.joining("\n---\n"));
      return controlPlane.kubectl().send(manifests, "create", "-f", "-").succeeded();
    }

    /** Waits until each pod that there should be has a node or the scheduler's refusal. */
    private void awaitDecided(String workload, long expected) {
      Await.until(
          LIMIT,
          () ->
              "seed %s: %s pods of %s decided\n%s\n%s\n%s"
                  .formatted(
                      made.seed,
                      expected,
                      workload,
                      states("workload=" + workload),
                      made.rules,
                      made.workload(workload)),
          () -> {
            List<String> states = states("workload=" + workload);
            return states.size() == expected
                && states.stream().noneMatch(state -> state.equals("<none> <none>"));
          });
    }

    /** Of each pod its node and why it has none, as far as there is either. */
    private List<String> states(String selector) {
      String columns =
          "custom-columns=NODE:.spec.nodeName,WHY:.status.conditions[?(@.status==\"False\")].reason";
      return controlPlane
          .kubectl()
          .run(
              "get",
              "pods",
              "--all-namespaces",
              "--no-headers",
              "--selector=case=c" + made.seed + (selector.isEmpty() ? "" : "," + selector),
              "--output=" + columns)
          .orFail()
          .out()
          .lines()
          .map(line -> line.strip().replaceAll("\\s+", " "))
          .toList();
    }

    private void judge(Outcome outcome) {
      Optional<String> without =
          states("").stream().filter(state -> state.startsWith("<none>")).findFirst();
      if (outcome.verdict() == Verdict.SCHEDULES && without.isPresent()) {
        differs("seed %s: a pod has no node: %s".formatted(made.seed, states("")));
      }
      if (outcome.verdict() == Verdict.IMPOSSIBLE && without.isEmpty()) {
        differs("seed %s: all have nodes".formatted(made.seed));
      }
    }

    private void takeAway() {
      List<String> words = new ArrayList<>(List.of("delete", "--wait=false"));
      made.namespaces.forEach(
          namespace -> words.add("namespace/" + namespace.mapping("metadata").string("name")));
      made.nodes.forEach(node -> words.add("node/" + node.name()));
      controlPlane.kubectl().run(words.toArray(new String[0])).orFail();
    }
  }
}
