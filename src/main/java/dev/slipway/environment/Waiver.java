package dev.slipway.environment;

import dev.slipway.manifest.Position;
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
    String rule, Optional<String> kind, String name, String reason, Optional<Position> at) {}
