package dev.slipway.cli.completion;

import dev.slipway.cli.completion.Grammar.Option;
import dev.slipway.cli.completion.Grammar.Value;
import dev.slipway.cli.completion.Grammar.Verb;
import java.util.ArrayList;
import java.util.List;

/**
 * Completion for bash, from 3.2 on.
 *
 * @see <a
 *     href="https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html">Programmable
 *     completion</a>
 */
public final class BashScript {
  private static final String HEAD =
      """
      # Completes slipway's words in bash. For this shell: source <(slipway completion bash)

      _slipway_words() {
        COMPREPLY=($(compgen -W "$1" -- "$current"))
      }

      _slipway_paths() {
        local IFS=$'\\n'
        COMPREPLY=($(compgen "$1" -- "$current"))
        compopt -o filenames 2>/dev/null
      }

      _slipway() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]}
        COMPREPLY=()
        # Bash takes the sign in --name=value for a word of its own.
        if [ "$current" = = ]; then
          current=
        elif [ "$previous" = = ]; then
          previous=${COMP_WORDS[COMP_CWORD - 2]}
        fi
        if [ "$COMP_CWORD" = 1 ]; then
      """;

  private BashScript() {}

  public static String of(Grammar grammar) {
    StringBuilder script = new StringBuilder(HEAD);
    List<String> first = new ArrayList<>();
    grammar.verbs().forEach(verb -> first.add(verb.name()));
    grammar.words().forEach(option -> first.add("--" + option.name()));
    script.append("    _slipway_words '").append(String.join(" ", first)).append("'\n");
    script.append("    return\n  fi\n  case $verb:$previous in\n");
    for (Verb verb : grammar.verbs()) {
      for (Option option : verb.options()) {
        if (option.takesValue()) {
          script.append("  ").append(pattern(verb, option)).append(") ");
          script.append(action(option.value())).append("; return ;;\n");
        }
      }
    }
    script.append("  esac\n  case $verb in\n");
    for (Verb verb : grammar.verbs()) {
      script.append("  ").append(verb.name()).append(")\n    case $current in\n    -*) ");
      script.append("_slipway_words '").append(String.join(" ", options(verb))).append("' ;;\n");
      script.append("    *) ").append(action(verb.operand())).append(" ;;\n    esac\n    ;;\n");
    }
    return script.append("  esac\n}\n\ncomplete -F _slipway slipway\n").toString();
  }

  private static String pattern(Verb verb, Option option) {
    String name = verb.name() + ":--" + option.name();
    return option.letter().isEmpty() ? name : verb.name() + ":-" + option.letter() + " | " + name;
  }

  private static List<String> options(Verb verb) {
    return verb.options().stream().map(option -> "--" + option.name()).toList();
  }

  private static String action(Value value) {
    return switch (value.kind()) {
      case FILES -> "_slipway_paths -f";
      case FOLDERS -> "_slipway_paths -d";
      case WORDS -> "_slipway_words '" + String.join(" ", value.words()) + "'";
      case NOTHING, ANYTHING -> ":";
    };
  }
}
