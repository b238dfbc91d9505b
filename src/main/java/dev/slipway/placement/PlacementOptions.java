package dev.slipway.placement;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Suggestions;
import dev.slipway.placement.scenario.Scenarios;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What placement is to make of its findings.
 *
 * @param mustHold the names of the scenarios that must hold
 */
public record PlacementOptions(Set<String> mustHold) {
  /** What must hold unless somebody says otherwise. */
  public static final PlacementOptions DEFAULT =
      new PlacementOptions(Set.of("as-declared", "node-drained", "rolling-update"));

  public PlacementOptions {
    mustHold = Set.copyOf(mustHold);
  }

  /** The names of all scenarios, in the order in which they are judged. */
  public static List<String> scenarios() {
    return Scenarios.names();
  }

  /**
   * Only these scenarios must hold.
   *
   * @throws InvalidInputException with every name that no scenario has
   */
  public static PlacementOptions mustHold(Collection<String> names) {
    Problems problems = new Problems();
    for (String name : new TreeSet<>(names)) {
      if (!scenarios().contains(name)) {
        problems.add(
            "There is no scenario '%s'.".formatted(name),
            (Suggestions.didYouMean(name, scenarios())
                    + " There are %s.".formatted(String.join(", ", scenarios())))
                .strip());
      }
    }
    problems.throwIfAny();
    return new PlacementOptions(Set.copyOf(names));
  }
}
