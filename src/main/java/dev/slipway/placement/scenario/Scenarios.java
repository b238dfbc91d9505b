package dev.slipway.placement.scenario;

import dev.slipway.manifest.Quantity;
import dev.slipway.placement.Placed;
import dev.slipway.placement.ScenarioResult;
import dev.slipway.placement.Unplaced;
import dev.slipway.placement.pod.Pod;
import dev.slipway.placement.pod.Workload;
import dev.slipway.placement.state.PlacementNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All scenarios, in the order in which they are judged and told. */
public final class Scenarios {
  static final List<Scenario> ALL =
      List.of(
          new AsDeclared(),
          new NodeDrained(),
          new ZoneLost(),
          new RollingUpdate(),
          new AutoscalersAtMaximum(),
          new NodeGroupsAtMaximum(),
          new TwoTrainers());

  /** For so many findings of a scenario a remedy is looked for; it costs work. */
  private static final int MENDED = 8;

  private Scenarios() {}

  public static List<String> names() {
    return ALL.stream().map(Scenario::name).toList();
  }

  /** What becomes of every scenario that there is reason to ask about. */
  public static List<ScenarioResult> judge(Situation situation, Set<String> mustHold) {
    return judge(ALL, situation, mustHold);
  }

  /** What becomes of the declared state, and of those scenarios that must hold. */
  public static List<ScenarioResult> judgeWhatMustHold(Situation situation, Set<String> mustHold) {
    List<Scenario> asked = new ArrayList<>();
    for (Scenario scenario : ALL) {
      if (asked.isEmpty() || mustHold.contains(scenario.name())) {
        asked.add(scenario);
      }
    }
    return judge(asked, situation, mustHold);
  }

  private static List<ScenarioResult> judge(
      List<Scenario> scenarios, Situation situation, Set<String> mustHold) {
    List<ScenarioResult> results = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      List<Finding> findings = scenario.judge(situation);
      if (!findings.isEmpty()) {
        boolean must = mustHold.contains(scenario.name());
        List<ScenarioResult> others = new ArrayList<>();
        for (int i = 1; i < findings.size(); i++) {
          boolean mended = i < MENDED;
          others.add(told(situation, scenario.name(), must, findings.get(i), mended, List.of()));
        }
        results.add(told(situation, scenario.name(), must, findings.get(0), true, others));
      }
    }
    return results;
  }

  private static ScenarioResult told(
      Situation situation,
      String name,
      boolean mustHold,
      Finding finding,
      boolean mended,
      List<ScenarioResult> others) {
    return new ScenarioResult(
        name,
        finding.verdict(),
        mustHold,
        finding.dependsOnOrder(),
        placements(finding),
        unplaced(finding),
        finding.detail(),
        mended ? new Remedy(situation, finding).shortfall() : Optional.empty(),
        others);
  }

  private static List<Placed> placements(Finding finding) {
    List<Placed> placements = new ArrayList<>(finding.where().size());
    finding
        .where()
        .forEach(
            (pod, number) -> {
              PlacementNode node = finding.nodes().get(number);
              placements.add(
                  new Placed(
                      pod.workload().namespace(),
                      pod.workload().name(),
                      pod.name(),
                      node.name(),
                      node.group(),
                      Quantity.milli(pod.shape().requests().cpu()),
                      Quantity.bytes(pod.shape().requests().memory())));
            });
    return placements;
  }

  private static List<Unplaced> unplaced(Finding finding) {
    Map<Workload, List<Pod>> byWorkload = new LinkedHashMap<>();
    finding
        .unplaced()
        .keySet()
        .forEach(
            pod -> byWorkload.computeIfAbsent(pod.workload(), any -> new ArrayList<>()).add(pod));
    List<Unplaced> unplaced = new ArrayList<>();
    byWorkload.forEach(
        (workload, pods) ->
            unplaced.add(
                new Unplaced(
                    workload.namespace(),
                    workload.name(),
                    pods.size(),
                    finding.unplaced().getOrDefault(pods.get(0), ""))));
    return unplaced;
  }
}
