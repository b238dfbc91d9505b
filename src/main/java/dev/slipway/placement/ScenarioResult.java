package dev.slipway.placement;

import dev.slipway.placement.search.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a scenario.
 *
 * @param name such as {@code as-declared}
 * @param mustHold whether it is a mistake that it does not hold
 * @param dependsOnOrder whether it may turn out otherwise when pods come in another order
 * @param placements where the pods stand; where not all have a place, where the scheduler would
 *     leave them
 * @param unplaced the pods without a place; where pods fit only if repacked, those that the
 *     scheduler may miss
 * @param detail what makes the verdict so, where there is more to say; one sentence or none
 * @param shortfall what is missing, where it does not hold
 */
public record ScenarioResult(
    String name,
    Verdict verdict,
    boolean mustHold,
    boolean dependsOnOrder,
    List<Placed> placements,
    List<Unplaced> unplaced,
    String detail,
    Optional<Shortfall> shortfall) {
  public ScenarioResult {
    placements = List.copyOf(placements);
    unplaced = List.copyOf(unplaced);
  }

  /** Whether every pod finds a place by itself. */
  public boolean holds() {
    return verdict.holds();
  }

  /** Whether it must hold and does not. */
  public boolean fails() {
    return mustHold && !holds();
  }
}
