package dev.slipway.manifest;

import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** Says in a user's words why a parser gave up, and what to do about it. */
final class YamlSyntax {
  private static final String NOT_FITTING_REMEDY =
      "Indent it as its neighbours are; put a value that holds ': ' or ' #' in quotes.";

  private final String file;
  private final int lineOffset;
  private final FileText text;

  private YamlSyntax(String file, int lineOffset, FileText text) {
    this.file = file;
    this.lineOffset = lineOffset;
    this.text = text;
  }

  /**
   * The problem behind a parser's exception.
   *
   * @param lineOffset how many lines of the file stand before the first one that was parsed
   */
  static Problem explain(YamlEngineException e, String file, int lineOffset, FileText text) {
    YamlSyntax syntax = new YamlSyntax(file, lineOffset, text);
    if (e.getCause() instanceof CharacterCodingException) {
      return text.malformed();
    }
    if (e instanceof ReaderException forbidden) {
      return syntax.forbidden(forbidden.getCodePoint());
    }
    if (e instanceof MarkedYamlEngineException marked) {
      return syntax.explain(marked);
    }
    if (e instanceof YamlVersionException) {
      return Problem.at(
          new Position(file, lineOffset + 1, 1),
          "The %YAML directive asks for a version that is not read here.",
          "Remove the directive; the file is read as YAML 1.2.");
    }
    return Problem.at(
        new Position(file, lineOffset + 1, 1),
        "The file cannot be read as YAML.",
        "Write it as YAML 1.2 or JSON.");
  }

  private Problem forbidden(int codePoint) {
    return Problem.at(
        text.positionOf(Character.toString(codePoint)),
        "The character U+%04X may not stand in YAML.".formatted(codePoint),
        "Remove it, or write it as an escape in double quotes.");
  }

  private Problem explain(MarkedYamlEngineException e) {
    Position at = at(e.getProblemMark().orElse(null));
    Position begin = at(e.getContextMark().orElse(e.getProblemMark().orElse(null)));
    String context = e.getContext() == null ? "" : e.getContext();
    String problem = e.getProblem() == null ? "" : e.getProblem();
    if (problem.contains("\\t(TAB)")) {
      return tab(at);
    }
    if (context.contains("a quoted scalar") && problem.startsWith("found unexpected")) {
      char quote = text.charAt(begin);
      return Problem.at(
          begin,
          "The string that begins here has no closing quote.",
          "Close it with %s."
              .formatted(quote == '\'' ? "a single quote (')" : "a double quote (\")"));
    }
    if (context.contains("double-quoted scalar")) {
      return Problem.at(
          at,
          "No escape in a double-quoted string begins with '\\%s'.".formatted(text.charAt(at)),
          "Write a backslash as '\\\\', or use single quotes.");
    }
    if (context.contains("a block scalar")) {
      return Problem.at(
          begin,
          "After '|' or '>' only '-', '+', an indentation from 1 to 9 and a comment may stand.",
          "Begin the text on the next line, indented.");
    }
    if (problem.contains("that cannot start any token")) {
      return cannotBegin(at);
    }
    if (context.contains("a flow sequence") || context.contains("a flow mapping")) {
      return unclosed(begin, at, context.contains("sequence"));
    }
    return explain(problem, begin, at);
  }

  private Problem explain(String problem, Position begin, Position at) {
    if (problem.contains("mapping values are not allowed")) {
      return Problem.at(at, "A ':' cannot stand here: no key belongs to it.", NOT_FITTING_REMEDY);
    }
    if (problem.contains("mapping keys are not allowed")) {
      return Problem.at(at, "A key cannot begin here.", NOT_FITTING_REMEDY);
    }
    if (problem.contains("sequence entries are not allowed")) {
      return Problem.at(
          at, "A list item cannot begin here.", "Begin it on a line of its own, indented.");
    }
    if (problem.contains("could not find expected ':'")) {
      return Problem.at(
          begin,
          "This is no 'key: value', and nothing else can stand here.",
          "Write a ':' and a space after the key, or indent the line to continue what is above"
              + " it.");
    }
    if (problem.contains("expected <block end>")) {
      return Problem.at(
          at,
          problem.contains("scalar>") || problem.contains("<anchor>")
              ? "Something follows a value that has ended already."
              : "This does not belong to what begins on line %s.".formatted(begin.line()),
          problem.contains("scalar>")
              ? "Put the whole value in quotes; write a single quote inside single quotes twice."
              : "Indent it as its neighbours are.");
    }
    if (problem.contains("undefined tag handle")) {
      return Problem.at(
          begin, "The tag that begins here means nothing.", "Leave it out, or put it in quotes.");
    }
    if (problem.contains("expected '<document start>'")) {
      return Problem.at(
          at, "A new document begins here without '---'.", "Write '---' on a line before it.");
    }
    if (problem.contains("expected the node content")) {
      return problem.contains("<stream end>") || problem.contains("<document")
          ? Problem.at(
              at, "A list or map that was begun is not closed.", "Close it with ']' or '}'.")
          : Problem.at(
              at,
              "A value cannot begin with '%s'.".formatted(text.charAt(at)),
              "Put it in quotes, or remove what closes nothing.");
    }
    return Problem.at(
        at,
        "This is no YAML: %s.".formatted(problem),
        "Put text with special characters in quotes.");
  }

  private Problem tab(Position at) {
    return text.charAt(at) == '\t' || problemInIndentation(at)
        ? Problem.at(
            at,
            "A tab stands where the line is indented.",
            "Indent with spaces: YAML allows no tabs.")
        : cannotBegin(at);
  }

  private boolean problemInIndentation(Position at) {
    return text.after(new Position(at.file(), at.line(), 1)).startsWith("\t");
  }

  private Problem cannotBegin(Position at) {
    return Problem.at(
        at, "A value cannot begin with '%s'.".formatted(text.charAt(at)), "Put it in quotes.");
  }

  private Problem unclosed(Position begin, Position at, boolean list) {
    if (text.charAt(at) == '{' && at.column() > 1 && before(at) == '$') {
      return Problem.at(
          new Position(at.file(), at.line(), at.column() - 1),
          "Inside [ ] and { }, '${' begins a map.",
          "Put the value in quotes: \"${…}\".");
    }
    return Problem.at(
        at,
        "The %s that begins on line %s, column %s is not closed before this."
            .formatted(list ? "list" : "map", begin.line(), begin.column()),
        list
            ? "Write ',' before another item, or close it with ']'."
            : "Write ',' before another key, or close it with '}'.");
  }

  private char before(Position at) {
    return text.charAt(new Position(at.file(), at.line(), at.column() - 1));
  }

  private Position at(@Nullable Mark mark) {
    return mark == null
        ? new Position(file, lineOffset + 1, 1)
        : new Position(file, mark.getLine() + 1 + lineOffset, mark.getColumn() + 1);
  }
}
