package dev.slipway.cli;

import java.util.ArrayList;
import java.util.List;

/** The help texts. */
final class Help {
  private static final int WIDTH = 80;
  private static final String INDENT = "  ";
  private static final String EXAMPLE_INDENT = "      ";

  private static final CommandOption VERSION =
      CommandOption.flag("", "version", "Prints the version.");

  static final List<CommandOption> GLOBAL =
      List.of(
          CommandOption.flag(
              "h", "help", "Shows this or, after a verb, what the verb takes and examples of it."),
          VERSION);

  private static final List<Verb.Example> EXAMPLES =
      List.of(
          new Verb.Example(
              "slipway synth", "Writes every environment in environments/ to its folder in dist/."),
          new Verb.Example("slipway synth --help", "Tells all about one verb."));

  private final StringBuilder text = new StringBuilder();

  private Help() {}

  /** The help for the command as a whole. */
  static String all() {
    Help help = new Help();
    help.line("Slipway renders applications for a Kubernetes cluster whose node groups it knows.");
    help.line("");
    help.line("Usage: slipway VERB [OPTION]...");
    help.section("Verbs");
    List<String[]> verbs = new ArrayList<>();
    for (Verbs.Summary verb : Verbs.ALL) {
      verbs.add(new String[] {verb.name(), verb.text()});
    }
    help.columns(verbs);
    help.options(GLOBAL);
    help.examples(EXAMPLES);
    help.section("Exit status");
    help.columns(
        List.of(
            new String[] {"0", "Done."},
            new String[] {
              "1",
              "There are errors that no waiver covers, and nothing was written; of diff, something"
                  + " would change."
            },
            new String[] {
              "2", "The input, the arguments or the output folder cannot be worked with."
            },
            new String[] {"3", "Slipway failed; this is a fault of its own."}));
    help.section("Environment variables");
    help.columns(
        List.of(
            new String[] {"JAVA_HOME", "The Java to run on, 17 or later; else the one on PATH."},
            new String[] {"NO_COLOR", "No colours, if set."},
            new String[] {"SLIPWAY_JAVA_OPTS", "Options for Java, such as -Xmx2g."},
            new String[] {"SLIPWAY_DEBUG", "If set, a failure shows where in Slipway it arose."}));
    return help.text.toString();
  }

  /** The help for one verb. */
  static String of(Verbs.Summary summary, Verb verb) {
    List<CommandOption> options = new ArrayList<>(verb.options());
    options.add(CommandOption.HELP);
    Help help = new Help();
    help.line(summary.text());
    help.line("");
    help.usage("Usage: slipway " + summary.name(), verb);
    for (String paragraph : verb.description()) {
      help.line("");
      help.wrap("", paragraph);
    }
    help.options(options);
    help.examples(verb.examples());
    return help.text.toString();
  }

  private void usage(String start, Verb verb) {
    StringBuilder line = new StringBuilder(start);
    String indent = " ".repeat(start.length());
    List<String> parts = new ArrayList<>();
    for (CommandOption option : verb.options()) {
      parts.add(option.synopsis());
    }
    if (!verb.operands().isEmpty()) {
      parts.add(verb.operands());
    }
    for (String part : parts) {
      if (line.length() + 1 + part.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
        line.append(indent);
      }
      line.append(' ').append(part);
    }
    line(line.toString());
  }

  private void options(List<CommandOption> options) {
    section("Options");
    List<String[]> rows = new ArrayList<>();
    for (CommandOption option : options) {
      rows.add(new String[] {option.heading(), option.description()});
    }
    columns(rows);
  }

  private void examples(List<Verb.Example> examples) {
    section("Examples");
    for (Verb.Example example : examples) {
      line(INDENT + example.command());
      wrap(EXAMPLE_INDENT, example.what());
    }
  }

  private void section(String title) {
    line("");
    line(title + ":");
  }

  private void columns(List<String[]> rows) {
    int width = 0;
    for (String[] row : rows) {
      width = Math.max(width, row[0].length());
    }
    for (String[] row : rows) {
      String start = INDENT + row[0] + " ".repeat(width - row[0].length()) + INDENT;
      int from = text.length();
      wrap(" ".repeat(start.length()), row[1]);
      text.replace(from, from + start.length(), start);
    }
  }

  private void wrap(String indent, String paragraph) {
    StringBuilder line = new StringBuilder(indent);
    for (String word : paragraph.split(" ")) {
      boolean first = line.length() == indent.length();
      if (!first && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
        line.append(indent);
        first = true;
      }
      line.append(first ? "" : " ").append(word);
    }
    line(line.toString());
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
