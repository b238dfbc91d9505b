package dev.slipway.placement.scenario;

import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.PodShape;
import dev.slipway.placement.pod.Workload;
import dev.slipway.placement.pod.WorkloadPods;
import dev.slipway.placement.search.Search;
import dev.slipway.placement.search.Standing;
import dev.slipway.placement.search.Verdict;
import dev.slipway.placement.state.Nodes;
import dev.slipway.placement.state.PlacementNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every Deployment's rolling update, one at a time, at its surge: the new pods must find a place
 * beside the old ones. Where the update may end old pods first, it is enough that as many new ones
 * find one once those have gone.
 */
final class RollingUpdate implements Scenario {
  /** For so many workloads it is decided whether the pods would fit if all moved; it costs work. */
  private static final int REPACKED = 8;

  @Override
  public String name() {
    return "rolling-update";
  }

  @Override
  public List<Finding> judge(Situation situation) {
    List<WorkloadPods> rolled =
        situation.workloads().stream()
            .filter(each -> each.workload().replicas() > 0)
            .filter(each -> each.workload().surge() + each.workload().unavailable() > 0)
            .toList();
    if (rolled.isEmpty()) {
      return List.of();
    }
    List<Map<Pod, Integer>> starts = situation.starts();
    if (starts.isEmpty()) {
      return List.of(situation.noStart());
    }
    List<WorkloadPods> unsure =
        rolled.stream().filter(each -> !isSafe(situation.search(), each)).toList();
    List<Finding> failures = unsure.isEmpty() ? List.of() : failures(situation, starts, unsure);
    if (!failures.isEmpty()) {
      return failures;
    }
    Finding declared = situation.declared();
    return List.of(
        new Finding(
            declared.verdict(),
            declared.dependsOnOrder(),
            declared.nodes(),
            declared.where(),
            Map.of(),
            "",
            declared.mendable()));
  }

  private static List<Finding> failures(
      Situation situation, List<Map<Pod, Integer>> starts, List<WorkloadPods> rolled) {
    Set<Workload> failed = new HashSet<>();
    List<Finding> failures = new ArrayList<>();
    Map<Workload, List<Pod>> old = new IdentityHashMap<>();
    for (Map<Pod, Integer> start : starts) {
      old.clear();
      start
          .keySet()
          .forEach(pod -> old.computeIfAbsent(pod.workload(), any -> new ArrayList<>()).add(pod));
      Map<WorkloadPods, List<Pod>> coming = new IdentityHashMap<>();
      for (WorkloadPods each : rolled) {
        coming.put(each, next(situation, each, start, old.get(each.workload())));
      }
      Standing standing =
          new Standing(
              situation.declared().nodes(),
              start,
              coming.values().stream().map(pods -> pods.get(0).shape()).toList());
      for (WorkloadPods each : rolled) {
        if (failed.contains(each.workload())) {
          continue;
        }
        List<Pod> next = coming.getOrDefault(each, List.of());
        Optional<Finding> failure =
            roll(
                situation,
                standing,
                start,
                each.workload(),
                next,
                old.getOrDefault(each.workload(), List.of()),
                failures.size() < REPACKED);
        if (failure.isPresent()) {
          failed.add(each.workload());
          failures.add(failure.get());
        }
      }
    }
    return failures;
  }

  /** Whether the new pods find nodes wherever all others stand. */
  private static boolean isSafe(Search search, WorkloadPods rolled) {
    PodShape shape = rolled.nextPods().get(0).shape();
    return search.hasRoomForMore(shape, rolled.workload().surge());
  }

  /** The pods of the next revision; the volumes that they share with those of this one are made. */
  private static List<Pod> next(
      Situation situation, WorkloadPods rolled, Map<Pod, Integer> start, @Nullable List<Pod> old) {
    @Nullable Integer node = old == null ? null : start.get(old.get(0));
    List<Pod> next = rolled.nextPods();
    if (node == null) {
      return next;
    }
    PlacementNode there = situation.declared().nodes().get(node);
    return next.stream().map(pod -> situation.settled().on(there, pod)).toList();
  }

  private static Optional<Finding> roll(
      Situation situation,
      Standing standing,
      Map<Pod, Integer> start,
      Workload workload,
      List<Pod> next,
      List<Pod> old,
      boolean repacked) {
    int surge = workload.surge();
    int ended = Math.min(workload.unavailable(), old.size());
    Standing.Trial trial =
        surge > 0
            ? standing.trial(Optional.empty(), List.of(), next.subList(0, surge))
            : standing.trial(Optional.empty(), old.subList(0, ended), next.subList(0, ended));
    if (!trial.verdict().holds() && surge > 0 && ended > 0) {
      trial = standing.trial(Optional.empty(), old.subList(0, ended), next.subList(0, ended));
    }
    if (trial.verdict().holds()) {
      return Optional.empty();
    }
    Map<Pod, Integer> where = new LinkedHashMap<>(start);
    where.putAll(trial.found());
    Nodes nodes = situation.declared().nodes();
    List<Pod> all =
        new ArrayList<>(situation.settled().where(start, nodes, new ArrayList<>(start.keySet())));
    all.addAll(surge > 0 ? next.subList(0, surge) : List.of());
    Verdict verdict = repacked ? situation.decide(nodes, all, "").verdict() : Verdict.UNDECIDED;
    return Optional.of(
        new Finding(
            verdict.holds() ? Verdict.FITS_IF_REPACKED : verdict,
            false,
            nodes,
            where,
            trial.unplaced(),
            "When %s is rolled with %s more."
                .formatted(workload.name(), surge == 1 ? "1 pod" : surge + " pods"),
            all));
  }
}
