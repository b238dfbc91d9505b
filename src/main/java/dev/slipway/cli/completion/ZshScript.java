package dev.slipway.cli.completion;

import dev.slipway.cli.completion.Grammar.Option;
import dev.slipway.cli.completion.Grammar.Value;
import dev.slipway.cli.completion.Grammar.Verb;
import java.util.ArrayList;
import java.util.List;

/**
 * Completion for zsh: in a file {@code _slipway} of a folder on its path of functions, or sourced.
 *
 * @see <a href="https://zsh.sourceforge.io/Doc/Release/Completion-System.html">Completion
 *     system</a>
 */
public final class ZshScript {
  private ZshScript() {}

  public static String of(Grammar grammar) {
    StringBuilder script =
        new StringBuilder(
            """
            #compdef slipway
            # Completes slipway's words in zsh. For this shell, after compinit: source <(slipway completion zsh)

            _slipway() {
              if (( CURRENT == 2 )); then
                local -a verbs
                verbs=(
            """);
    for (Verb verb : grammar.verbs()) {
      entry(script, verb.name(), verb.summary());
    }
    for (Option option : grammar.words()) {
      entry(script, "--" + option.name(), option.summary());
    }
    script.append("    )\n    _describe verb verbs\n    return\n  fi\n");
    script.append("  local verb=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $verb in\n");
    for (Verb verb : grammar.verbs()) {
      List<String> specs = new ArrayList<>();
      verb.options().forEach(option -> specs.add(spec(option)));
      if (verb.operand().kind() != Grammar.Kind.NOTHING) {
        specs.add("'*:" + action(verb.operand()) + "'");
      }
      script.append("    ").append(verb.name()).append(") _arguments -s \\\n      ");
      script.append(String.join(" \\\n      ", specs)).append(" ;;\n");
    }
    return script
        .append("  esac\n}\n\n")
        .append("if [[ ${funcstack[1]} == _slipway ]]; then\n  _slipway \"$@\"\n")
        .append("else\n  compdef _slipway slipway\nfi\n")
        .toString();
  }

  private static void entry(StringBuilder script, String name, String summary) {
    script.append("      '").append(name).append(':').append(quoted(summary)).append("'\n");
  }

  private static String spec(Option option) {
    String named = "--" + option.name() + (option.takesValue() ? "=" : "");
    String what =
        "'["
            + quoted(option.summary()).replace("[", "\\[").replace("]", "\\]")
            + "]"
            + (option.takesValue() ? ":" + action(option.value()) : "")
            + "'";
    if (option.letter().isEmpty()) {
      return (option.repeatable() ? "'*'" : "") + named + what;
    }
    // Each of the two excludes the other, unless it may be given again.
    String both = "-" + option.letter() + " --" + option.name();
    String before = option.repeatable() ? "'*'" : "'(" + both + ")'";
    return before + "{-" + option.letter() + "," + named + "}" + what;
  }

  private static String action(Value value) {
    return switch (value.kind()) {
      case FILES -> "file:_files";
      case FOLDERS -> "folder:_files -/";
      case WORDS -> "word:(" + String.join(" ", value.words()) + ")";
      case NOTHING, ANYTHING -> "value: ";
    };
  }

  private static String quoted(String text) {
    return text.replace("'", "'\\''").replace(":", "\\:");
  }
}
