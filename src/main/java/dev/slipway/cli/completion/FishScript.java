package dev.slipway.cli.completion;

import dev.slipway.cli.completion.Grammar.Option;
import dev.slipway.cli.completion.Grammar.Value;
import dev.slipway.cli.completion.Grammar.Verb;

/**
 * Completion for fish, from 3.0 on.
 *
 * @see <a href="https://fishshell.com/docs/current/completions.html">Writing your own
 *     completions</a>
 */
public final class FishScript {
  private FishScript() {}

  public static String of(Grammar grammar) {
    StringBuilder script =
        new StringBuilder(
            """
            # Completes slipway's words in fish. For this shell: slipway completion fish | source

            complete -c slipway -e
            complete -c slipway -f
            """);
    String first = "complete -c slipway -n __fish_use_subcommand";
    for (Verb verb : grammar.verbs()) {
      script.append(first).append(" -a ").append(verb.name()).append(" -d ");
      script.append(quoted(verb.summary())).append('\n');
    }
    for (Option option : grammar.words()) {
      script.append(first).append(names(option)).append('\n');
    }
    for (Verb verb : grammar.verbs()) {
      String after = "complete -c slipway -n '__fish_seen_subcommand_from " + verb.name() + "'";
      for (Option option : verb.options()) {
        script.append(after).append(names(option));
        script
            .append(
                option.takesValue()
                    ? (option.value().kind() == Grammar.Kind.FILES ? " -r" : " -x")
                        + action(option.value())
                    : "")
            .append('\n');
      }
      String operand = action(verb.operand());
      if (!operand.isEmpty()) {
        script.append(after).append(operand).append('\n');
      }
    }
    return script.toString();
  }

  private static String names(Option option) {
    return (option.letter().isEmpty() ? "" : " -s " + option.letter())
        + " -l "
        + option.name()
        + " -d "
        + quoted(option.summary());
  }

  private static String action(Value value) {
    return switch (value.kind()) {
      case FILES -> " -F";
      case FOLDERS -> " -a '(__fish_complete_directories)'";
      case WORDS -> " -a '" + String.join(" ", value.words()) + "'";
      case NOTHING, ANYTHING -> "";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
