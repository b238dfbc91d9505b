package dev.slipway.manifest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects problems so that a user sees all of them at once. Not thread-safe. */
public final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  public void add(Problem problem) {
    found.add(problem);
  }

  public void add(String message, String remedy) {
    add(Problem.of(message, remedy));
  }

  /** Adds what is wrong with some fields; see {@link Problem#about(String...)}. */
  public void add(String message, String remedy, String... about) {
    add(Problem.of(message, remedy).about(about));
  }

  /** Adds what is wrong with a field. */
  public void add(String message, String remedy, FieldPath about) {
    add(Problem.of(message, remedy).about(List.of(about)));
  }

  public void addAll(List<Problem> problems) {
    found.addAll(problems);
  }

  /** What {@code step} returns, or null if it threw; then its problems are collected here. */
  public <T> @Nullable T collect(Supplier<T> step) {
    try {
      return step.get();
    } catch (InvalidInputException e) {
      addAll(e.problems());
      return null;
    }
  }

  /** As {@link #collect(Supplier)}, each problem told to be inside {@code part}. */
  public <T> @Nullable T collect(String part, Supplier<T> step) {
    try {
      return step.get();
    } catch (InvalidInputException e) {
      e.problems().forEach(problem -> add(problem.in(part)));
      return null;
    }
  }

  /** As {@link #collect(Supplier)}, for a part of a whole that has it at the end of a way. */
  public <T> @Nullable T collect(FieldPath way, Supplier<T> step) {
    try {
      return step.get();
    } catch (InvalidInputException e) {
      e.problems().forEach(problem -> add(problem.below(way)));
      return null;
    }
  }

  /** As {@link #collect(FieldPath, Supplier)}, each problem told to be inside {@code part}. */
  public <T> @Nullable T collect(String part, FieldPath way, Supplier<T> step) {
    try {
      return step.get();
    } catch (InvalidInputException e) {
      e.problems().forEach(problem -> add(problem.below(way).in(part)));
      return null;
    }
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Problem> all() {
    return new ArrayList<>(found);
  }

  /**
   * Throws once with everything that was collected.
   *
   * @throws InvalidInputException if anything was
   */
  public void throwIfAny() {
    throwIfAny("");
  }

  /**
   * Throws once with everything that was collected, each told to be inside {@code part}.
   *
   * @throws InvalidInputException if anything was
   */
  public void throwIfAny(String part) {
    if (!found.isEmpty()) {
      throw new InvalidInputException(
          part.isEmpty() ? all() : found.stream().map(problem -> problem.in(part)).toList());
    }
  }
}
