package dev.slipway.placement.scenario;

import java.util.Optional;

/** All that is declared, on as many nodes as each group has at least. */
final class AsDeclared implements Scenario {
  @Override
  public String name() {
    return "as-declared";
  }

  @Override
  public Optional<Finding> judge(Situation situation) {
    return Optional.of(situation.declared());
  }
}
