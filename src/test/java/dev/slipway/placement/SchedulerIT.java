package dev.slipway.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Mapping;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.StorageClasses;
import dev.slipway.placement.pod.WorkloadPods;
import dev.slipway.placement.pod.Workloads;
import dev.slipway.placement.search.Effort;
import dev.slipway.placement.search.Outcome;
import dev.slipway.placement.search.Search;
import dev.slipway.placement.search.Verdict;
import dev.slipway.placement.state.Nodes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our verdicts against the real scheduler's own code, on random cases. */
class SchedulerIT {
  private static final int CASES = Integer.getInteger("slipway.placement.cases", 5_000);
  private static final long FIRST_SEED = Long.getLong("slipway.placement.seed", 1);
  private static final int ORDERS = 4;

  private final List<String> differences = new ArrayList<>();
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private int messages;

  @Test
  void verdictsAreTheSchedulers() {
    try (SchedulerDriver scheduler = new SchedulerDriver()) {
      for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
        compare(RandomCase.of(seed), scheduler);
      }
    }
    System.out.printf(
        "seeds %d to %d: %s, %d messages compared%n",
        FIRST_SEED, FIRST_SEED + CASES - 1, verdicts, messages);
    assertThat(differences).isEmpty();
    assertThat(verdicts.getOrDefault(Verdict.UNDECIDED, 0))
        .as("undecided of %s cases", CASES)
        .isLessThanOrEqualTo(CASES / 100);
  }

  private void compare(RandomCase made, SchedulerDriver scheduler) {
    Nodes nodes = new Nodes(made.nodes);
    List<Pod> pods = new ArrayList<>();
    for (WorkloadPods workload : Workloads.of(made.manifests(), StorageClasses.UNKNOWN)) {
      pods.addAll(workload.pods(1));
    }
    Outcome outcome = Search.on(nodes, pods, Effort.usual(pods.size(), nodes.size())).decide();
    verdicts.merge(outcome.verdict(), 1, Integer::sum);
    List<Mapping> bound =
        pods.stream().filter(Pod::bound).map(pod -> made.pods.get(pod.name())).toList();
    switch (outcome.verdict()) {
      case SCHEDULES -> {
        followsTheWitness(made, outcome, bound, scheduler);
        placesAll(made, outcome, bound, scheduler);
      }
      case FITS_IF_REPACKED -> followsTheWitness(made, outcome, bound, scheduler);
      case IMPOSSIBLE -> placesAllInNoOrder(made, outcome, bound, scheduler);
      case UNDECIDED -> System.out.println("undecided: seed " + made.seed);
    }
    if (!outcome.unplaced().isEmpty()) {
      saysTheSame(made, outcome, bound, scheduler);
    }
  }

  private void followsTheWitness(
      RandomCase made, Outcome outcome, List<Mapping> bound, SchedulerDriver scheduler) {
    List<SchedulerDriver.Step> steps = new ArrayList<>();
    for (int number : outcome.order()) {
      steps.add(step(made, outcome.pods().get(number), outcome.nodes()[number], false));
    }
    scheduler.answer(made, bound, steps).stream()
        .filter(placed -> placed.node().isEmpty())
        .forEach(placed -> differ(made, outcome, "witness refused: " + placed.message()));
  }

  private void placesAll(
      RandomCase made, Outcome outcome, List<Mapping> bound, SchedulerDriver scheduler) {
    List<SchedulerDriver.Step> steps =
        outcome.pods().stream().map(pod -> step(made, pod, -1, false)).toList();
    scheduler.answer(made, bound, steps).stream()
        .filter(placed -> placed.node().isEmpty())
        .limit(1)
        .forEach(placed -> differ(made, outcome, "left to itself: " + placed.message()));
  }

  private void placesAllInNoOrder(
      RandomCase made, Outcome outcome, List<Mapping> bound, SchedulerDriver scheduler) {
    for (int i = 0; i < ORDERS; i++) {
      List<Pod> order = new ArrayList<>(outcome.pods());
      Collections.shuffle(order, new Random(made.seed * ORDERS + i));
      List<SchedulerDriver.Step> steps =
          order.stream().map(pod -> step(made, pod, -1, false)).toList();
      if (scheduler.answer(made, bound, steps).stream()
          .noneMatch(placed -> placed.node().isEmpty())) {
        differ(made, outcome, "an order places all");
      }
    }
  }

  private void saysTheSame(
      RandomCase made, Outcome outcome, List<Mapping> bound, SchedulerDriver scheduler) {
    Pod first = outcome.unplaced().keySet().iterator().next();
    List<SchedulerDriver.Step> steps = new ArrayList<>();
    int number = 0;
    while (outcome.pods().get(number) != first) {
      steps.add(step(made, outcome.pods().get(number), outcome.attempt()[number], false));
      number++;
    }
    steps.add(step(made, first, -1, true));
    List<SchedulerDriver.Placed> answers = scheduler.answer(made, bound, steps);
    String theirs = answers.get(answers.size() - 1).message();
    messages++;
    if (!theirs.equals(outcome.unplaced().get(first))) {
      differ(made, outcome, "'%s' is '%s'".formatted(outcome.unplaced().get(first), theirs));
    }
  }

  private void differ(RandomCase made, Outcome outcome, String what) {
    differences.add("seed %s, %s: %s".formatted(made.seed, outcome.verdict().id(), what));
  }

  private static SchedulerDriver.Step step(RandomCase made, Pod pod, int node, boolean ask) {
    return new SchedulerDriver.Step(
        made.pods.get(pod.name()), node < 0 ? "" : made.nodes.get(node).name(), ask);
  }
}
