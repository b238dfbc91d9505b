package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Pod;
import dev.slipway.check.Rule;
import dev.slipway.check.Schedule;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.placement.ScenarioResult;
import dev.slipway.placement.Unplaced;
import dev.slipway.target.Notice.Severity;
import org.jspecify.annotations.Nullable;

/** A scenario in which every pod must find a node, where the environment says that it must hold. */
abstract class ScenarioRule implements Rule {
  private final String scenario;

  ScenarioRule(String scenario) {
    this.scenario = scenario;
  }

  @Override
  public final String id() {
    return Schedule.RULES + scenario;
  }

  @Override
  public final Severity severity() {
    return Severity.ERROR;
  }

  /** What asks for nodes that there are not at all is {@link NodeSelector}'s to find. */
  @Override
  public final void inspect(Subject object, Facts facts, Findings out) {
    @Nullable Pod pod = object.pod();
    if (pod == null || !failed(facts)) {
      return;
    }
    for (ScenarioResult event : facts.schedule().failure(scenario).orElseThrow().events()) {
      for (Unplaced pods : event.unplaced()) {
        if (Schedule.isOf(pods, object) && isNew(pods, facts) && NodeSelector.isMet(pod, facts)) {
          out.add(FieldPath.ROOT, message(event, pods), remedy(event));
        }
      }
    }
  }

  @Override
  public final void conclude(Facts facts, Findings out) {
    if (!failed(facts)) {
      return;
    }
    for (ScenarioResult event : facts.schedule().failure(scenario).orElseThrow().events()) {
      for (Unplaced pods : event.unplaced()) {
        if (facts.schedule().isOfNoObject(pods) && isNew(pods, facts)) {
          out.addAboutNone(pods.workload() + ": " + message(event, pods), remedy(event));
        }
      }
      if (event.unplaced().isEmpty()) {
        out.addAboutNone(
            "The work that is allowed did not decide whether every pod finds a node. "
                + event.detail(),
            "");
      }
    }
  }

  private boolean failed(Facts facts) {
    return facts.schedule().failure(scenario).isPresent();
  }

  /** Who has no place in the declared state is told of once, not with every scenario. */
  private boolean isNew(Unplaced pods, Facts facts) {
    return scenario.equals("as-declared") || !facts.schedule().isPlaceless(pods);
  }

  private static String message(ScenarioResult event, Unplaced pods) {
    String count = pods.pods() == 1 ? "1 pod" : pods.pods() + " pods";
    String what =
        switch (event.verdict()) {
          case SCHEDULES, IMPOSSIBLE -> "no node is found for %s of it: %s";
          case FITS_IF_REPACKED -> "no node may be found for %s of it unless others move: %s";
          case UNDECIDED -> "it is undecided whether others could make room for %s of it: %s";
        };
    String found = what.formatted(count, pods.reason());
    String detail = event.detail();
    if (detail.startsWith("When ")) {
      return detail.substring(0, detail.length() - 1) + ", " + found;
    }
    String sentence = Character.toUpperCase(found.charAt(0)) + found.substring(1);
    return detail.isEmpty() ? sentence : sentence + " " + detail;
  }

  private static String remedy(ScenarioResult event) {
    return event
        .shortfall()
        .map(
            missing ->
                "The pods without a place request %s cpu and %s memory. %s"
                    .formatted(missing.cpu(), missing.memory(), missing.remedy()))
        .orElse("");
  }
}
