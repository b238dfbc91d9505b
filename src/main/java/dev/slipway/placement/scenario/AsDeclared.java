package dev.slipway.placement.scenario;

import java.util.List;

/** All that is declared, on as many nodes as each group has at least. */
final class AsDeclared implements Scenario {
  @Override
  public String name() {
    return "as-declared";
  }

  @Override
  public List<Finding> judge(Situation situation) {
    return List.of(situation.declared());
  }
}
