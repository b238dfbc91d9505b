package dev.slipway.cli;

import dev.slipway.manifest.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** What was given to a verb. */
final class Arguments {
  private final CommandLine line;

  private Arguments(CommandLine line) {
    this.line = line;
  }

  /**
   * Parses what stands after the verb.
   *
   * @throws UsageException if the verb does not take it
   */
  static Arguments parse(String verb, List<CommandOption> known, List<String> given) {
    Options options = new Options();
    for (CommandOption option : known) {
      options.addOption(parserOption(option));
    }
    try {
      // A shortened option would change its meaning with the next option that begins alike, and a
      // quote that reaches us is part of the value.
      CommandLine line =
          DefaultParser.builder()
              .setAllowPartialMatching(false)
              .setStripLeadingAndTrailingQuotes(false)
              .get()
              .parse(options, given.toArray(new String[0]));
      for (CommandOption option : known) {
        checkOnce(option, line);
      }
      return new Arguments(line);
    } catch (UnrecognizedOptionException e) {
      throw unknown(verb, known, e.getOption());
    } catch (MissingArgumentException e) {
      throw new UsageException(
          "'--"
              + e.getOption().getLongOpt()
              + "' needs a value: "
              + e.getOption().getArgName()
              + ".",
          "");
    } catch (ParseException e) {
      throw new UsageException(e.getMessage() + ".", "");
    }
  }

  boolean has(CommandOption option) {
    return line.hasOption(option.name());
  }

  Optional<String> value(CommandOption option) {
    return Optional.ofNullable(line.getOptionValue(option.name()));
  }

  /**
   * The word that an option is given.
   *
   * @param otherwise the one that counts where it is not given
   * @throws UsageException if it is none of those that the option takes
   */
  String oneOf(CommandOption option, String otherwise) {
    String word = value(option).orElse(otherwise);
    List<String> words = List.of(option.value().split("\\|"));
    if (!words.contains(word)) {
      throw new UsageException(
          "'" + option.shown() + " " + word + "' is none that there is.",
          "There are "
              + String.join(", ", words.subList(0, words.size() - 1))
              + " and "
              + words.get(words.size() - 1)
              + ".");
    }
    return word;
  }

  List<String> values(CommandOption option) {
    String[] values = line.getOptionValues(option.name());
    return values == null ? List.of() : List.of(values);
  }

  /** What is neither an option nor an option's value. */
  List<String> rest() {
    return line.getArgList();
  }

  private static Option parserOption(CommandOption option) {
    return (option.letter().isEmpty() ? Option.builder() : Option.builder(option.letter()))
        .longOpt(option.name())
        .hasArg(!option.value().isEmpty())
        .argName(option.value())
        .get();
  }

  private static void checkOnce(CommandOption option, CommandLine line) {
    String[] values = line.getOptionValues(option.name());
    if (!option.repeatable() && values != null && values.length > 1) {
      throw new UsageException(
          "'" + option.shown() + "' is given " + values.length + " times: " + quoted(values) + ".",
          "Give it once.");
    }
  }

  private static String quoted(String[] values) {
    return "'" + String.join("', '", values) + "'";
  }

  private static UsageException unknown(String verb, List<CommandOption> known, String written) {
    List<String> names = new ArrayList<>();
    for (CommandOption option : known) {
      names.add(option.shown());
    }
    int equals = written.indexOf('=');
    String name = equals < 0 ? written : written.substring(0, equals);
    return new UsageException(
        "'" + verb + "' has no option '" + name + "'.", Suggestions.didYouMean(name, names));
  }
}
