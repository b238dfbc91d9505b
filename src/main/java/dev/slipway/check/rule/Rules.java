package dev.slipway.check.rule;

import dev.slipway.check.Rule;
import java.util.List;
import java.util.Optional;

/** Every rule, by its id. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new AutoscaledReplicas(),
          new DanglingService(),
          new ImageTag(),
          new LiteralSecret(),
          new UnusedWaiver());

  private Rules() {}

  public static List<Rule> all() {
    return ALL;
  }

  /** The rule of an id. */
  public static Optional<Rule> named(String id) {
    for (Rule rule : ALL) {
      if (rule.id().equals(id)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
