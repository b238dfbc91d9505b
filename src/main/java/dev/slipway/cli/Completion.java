package dev.slipway.cli;

import dev.slipway.catalog.Catalog;
import dev.slipway.check.Rule;
import dev.slipway.check.rule.Rules;
import dev.slipway.cli.completion.BashScript;
import dev.slipway.cli.completion.FishScript;
import dev.slipway.cli.completion.Grammar;
import dev.slipway.cli.completion.Grammar.Option;
import dev.slipway.cli.completion.Grammar.Value;
import dev.slipway.cli.completion.ZshScript;
import dev.slipway.manifest.Suggestions;
import dev.slipway.notation.SystemNotation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Prints what completes the command's words in a shell. */
final class Completion implements Verb {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  /** Words to choose from, as options and operands write them. */
  private static final Pattern CHOICES = Pattern.compile("[a-z0-9]+(\\|[a-z0-9]+)+");

  @Override
  public List<CommandOption> options() {
    return List.of();
  }

  @Override
  public String operands() {
    return String.join("|", SHELLS);
  }

  @Override
  public List<String> description() {
    return List.of(
        "The script completes verbs, options, files, and the names of rules and systems. It is of"
            + " this version of Slipway: print it anew after an update, or have the shell do so"
            + " whenever it starts.");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("source <(slipway completion bash)", "In ~/.bashrc, for every bash."),
        new Example(
            "slipway completion zsh > ~/.zfunc/_slipway",
            "For zsh, where ~/.zshrc has 'fpath+=~/.zfunc' before 'autoload -U compinit;"
                + " compinit'."),
        new Example(
            "slipway completion fish > ~/.config/fish/completions/slipway.fish",
            "For every fish."));
  }

  @Override
  public int run(Arguments given, World world) throws IOException {
    if (given.rest().size() != 1) {
      throw new UsageException(
          "'completion' takes one shell.", "Name one of: " + String.join(", ", SHELLS) + ".");
    }
    String shell = given.rest().get(0);
    world.print(
        switch (shell) {
          case "bash" -> BashScript.of(grammar());
          case "zsh" -> ZshScript.of(grammar());
          case "fish" -> FishScript.of(grammar());
          default ->
              throw new UsageException(
                  "There is no completion for '" + shell + "'.",
                  Suggestions.closest(shell, SHELLS)
                      .map(near -> "Did you mean '" + near + "'?")
                      .orElse("There is one for: " + String.join(", ", SHELLS) + "."));
        });
    return ExitCode.FINE;
  }

  /** Everything that the command takes, as its help has it. */
  private static Grammar grammar() {
    List<Grammar.Verb> verbs = new ArrayList<>();
    for (Verbs.Summary summary : Verbs.ALL) {
      Verb verb = Verbs.named(summary.name()).orElseThrow();
      List<Option> options = new ArrayList<>();
      verb.options().forEach(option -> options.add(option(option)));
      options.add(option(CommandOption.HELP));
      verbs.add(new Grammar.Verb(summary.name(), summary.text(), options, value(verb.operands())));
    }
    return new Grammar(verbs, Help.GLOBAL.stream().map(Completion::option).toList());
  }

  private static Option option(CommandOption option) {
    return new Option(
        option.letter(),
        option.name(),
        firstSentence(option.description()),
        option.repeatable(),
        value(option.value()));
  }

  /** What stands for a value in a synopsis, such as {@code [MANIFEST|-]...}. */
  private static Value value(String written) {
    String noun = written.replaceAll("[\\[\\].]|\\|-", "");
    if (CHOICES.matcher(noun).matches()) {
      return Value.oneOf(Arrays.asList(noun.split("\\|")));
    }
    return switch (noun) {
      case "" -> Value.NOTHING;
      case "FILE", "MANIFEST" -> Value.FILES;
      case "DIR" -> Value.FOLDERS;
      case "RULE" -> Value.oneOf(Rules.all().stream().map(Rule::id).toList());
      case "SYSTEM" -> Value.oneOf(Catalog.systems().stream().map(SystemNotation::id).toList());
      default -> Value.ANYTHING;
    };
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }
}
