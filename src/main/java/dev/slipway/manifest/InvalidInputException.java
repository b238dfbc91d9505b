package dev.slipway.manifest;

import java.util.List;
import java.util.stream.Collectors;

/** The input cannot be worked with; carries every problem that was found, never only the first. */
public final class InvalidInputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidInputException(Problem problem) {
    this(List.of(problem));
  }

  public InvalidInputException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
