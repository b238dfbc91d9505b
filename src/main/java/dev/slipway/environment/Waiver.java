package dev.slipway.environment;

import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Position;
import dev.slipway.target.Notice;
import java.util.Optional;

/**
 * A rule that is not to be applied to an object, and why.
 *
 * @param rule the rule's id
 * @param kind the object's kind; empty for what is about no single object
 * @param name the object's name; {@code *} for every object of the kind
 * @param reason a sentence that is printed in every report
 * @param at where it is declared, if it is in a file
 */
public record Waiver(
    String rule, Optional<String> kind, String name, String reason, Optional<Position> at) {
  private static final String EVERY = "*";

  /** Whether it is about what a notice says. */
  boolean covers(Notice notice) {
    return rule.equals(notice.rule())
        && notice.object().map(ObjectRef::kind).equals(kind)
        && (name.equals(EVERY)
            || notice.object().filter(object -> object.name().equals(name)).isPresent());
  }
}
