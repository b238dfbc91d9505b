package dev.slipway.cdk8s;

import dev.slipway.check.Rule;
import dev.slipway.check.rule.Rules;
import dev.slipway.manifest.Suggestions;
import java.util.List;
import java.util.Map;
import software.constructs.IConstruct;

/**
 * Accepts findings about what a construct declares: itself and everything below it, whoever made
 * it. They are kept in the construct's metadata.
 */
public final class Waivers {
  /** As {@code src/main/node/index.js} calls it. */
  private static final String TYPE = "slipway.dev/waiver";

  private final IConstruct construct;

  private Waivers(IConstruct construct) {
    this.construct = construct;
  }

  public static Waivers of(IConstruct construct) {
    return new Waivers(construct);
  }

  /**
   * Leaves a rule out for every object at or below the construct.
   *
   * @param rule the rule's id, such as {@code image-tag}
   * @param reason why, as a sentence
   * @throws IllegalArgumentException if there is no reason, or the rule is a slip for another
   */
  public Waivers waive(String rule, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "The waiver of '%s' at '%s' has no reason. Say why it is accepted."
              .formatted(rule, construct.getNode().getPath()));
    }
    List<String> rules = Rules.all().stream().map(Rule::id).toList();
    String meant = rules.contains(rule) ? "" : Suggestions.didYouMean(rule, rules);
    if (!meant.isEmpty()) {
      throw new IllegalArgumentException("There is no rule '%s'. %s".formatted(rule, meant));
    }
    construct.getNode().addMetadata(TYPE, Map.of("rule", rule, "reason", reason));
    return this;
  }
}
