package dev.slipway.cli;

import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what is wrong with the input: every problem, by its place in the files. */
final class ProblemReport {
  private ProblemReport() {}

  static String of(List<Problem> problems, Style style) {
    return of(problems, "nothing was written", style);
  }

  /**
   * What is wrong with the input.
   *
   * @param consequence what was not done because of it
   */
  static String of(List<Problem> problems, String consequence, Style style) {
    return lines(problems, style)
        + '\n'
        + style.bad(problems.size() == 1 ? "1 problem" : problems.size() + " problems")
        + "; "
        + consequence
        + ".\n";
  }

  /** Every problem with its remedy, by its place. */
  static String lines(List<Problem> problems, Style style) {
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(ProblemReport::compare);
    StringBuilder text = new StringBuilder();
    for (Problem problem : sorted) {
      problem.at().ifPresent(at -> text.append(style.strong(at + ":")).append(' '));
      if (!problem.where().isEmpty()) {
        text.append(problem.where()).append(": ");
      }
      text.append(problem.message()).append('\n');
      appendRemedy(text, problem.remedy());
    }
    return text.toString();
  }

  /**
   * Those without a place come last. Written out, for one that is put together is made anew each
   * time.
   */
  private static int compare(Problem one, Problem other) {
    @Nullable Position a = one.at().orElse(null);
    @Nullable Position b = other.at().orElse(null);
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    int order = a.file().compareTo(b.file());
    order = order != 0 ? order : Integer.compare(a.line(), b.line());
    return order != 0 ? order : Integer.compare(a.column(), b.column());
  }

  /** A remedy on lines of its own, below what it is for. */
  static void appendRemedy(StringBuilder text, String remedy) {
    if (!remedy.isEmpty()) {
      text.append("    ").append(remedy.replace("\n", "\n    ")).append('\n');
    }
  }
}
