package dev.slipway.cli;

import dev.slipway.check.Rule;
import dev.slipway.check.format.RulePage;
import dev.slipway.check.rule.Rules;
import dev.slipway.manifest.Suggestions;
import java.io.IOException;
import java.util.List;

/** Tells what rules are about. */
final class Explain implements Verb {

  @Override
  public List<CommandOption> options() {
    return List.of();
  }

  @Override
  public String operands() {
    return "[RULE]";
  }

  @Override
  public List<String> description() {
    return List.of(
        "Of a RULE it tells what it asks for, why, what to do about a finding, and shows manifests"
            + " that break it and manifests that do not. Without one, it lists all rules.");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("slipway explain", "Lists the rules."),
        new Example("slipway explain image-tag", "Tells all about one of them."));
  }

  @Override
  public int run(Arguments given, World world) throws IOException {
    if (given.rest().size() > 1) {
      throw new UsageException("'explain' takes one rule.", "Name one, or none for a list.");
    }
    if (given.rest().isEmpty()) {
      world.print(RulePage.list(Rules.all()));
      return ExitCode.FINE;
    }
    String id = given.rest().get(0);
    Rule rule =
        Rules.named(id)
            .orElseThrow(() -> new UsageException("There is no rule '" + id + "'.", remedy(id)));
    world.print(RulePage.text(rule));
    return ExitCode.FINE;
  }

  private static String remedy(String id) {
    String near = Suggestions.didYouMean(id, Rules.all().stream().map(Rule::id).toList());
    return near.isEmpty()
        ? "If it is an id that a finding has, the finding says all: what an environment's model"
            + " finds is in docs/notices.md."
        : near;
  }
}
