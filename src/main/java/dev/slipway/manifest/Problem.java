package dev.slipway.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Something in the input that Slipway cannot work with.
 *
 * @param at where it stands in a file, if it came from one
 * @param where which part of the model it is in, as {@code application 'x' › workload 'y'}; empty
 *     where the message says it all
 * @param about the ways from that part to the fields that it is about, by the names that they have
 *     in an environment file; the first that stands in the file is where to mend it
 * @param message what is wrong, with the offending value
 * @param remedy what to do about it; a full sentence
 */
public record Problem(
    Optional<Position> at, String where, List<FieldPath> about, String message, String remedy) {
  public Problem {
    about = List.copyOf(about);
  }

  public static Problem of(String message, String remedy) {
    return new Problem(Optional.empty(), "", List.of(), message, remedy);
  }

  public static Problem at(Position position, String message, String remedy) {
    return new Problem(Optional.of(position), "", List.of(), message, remedy);
  }

  /** This problem, told to be inside the given part of the model. */
  public Problem in(String part) {
    String whole = where.isEmpty() ? part : part + " › " + where;
    return new Problem(at, whole, about, message, remedy);
  }

  /**
   * This problem, told to be about some fields, of which the first is where to mend it.
   *
   * @param fields with dots where one is inside another: {@code registry.repositories}
   */
  public Problem about(String... fields) {
    return about(Arrays.stream(fields).map(way -> FieldPath.of(way.split("\\."))).toList());
  }

  /** This problem, told to be about some fields, of which the first is where to mend it. */
  public Problem about(List<FieldPath> fields) {
    return new Problem(at, where, fields, message, remedy);
  }

  /** This problem of a part, as one of the whole that has the part at the end of a way. */
  public Problem below(FieldPath way) {
    return about(about.isEmpty() ? List.of(way) : about.stream().map(way::then).toList());
  }

  /** This problem at a place in a file, unless it has one already. */
  public Problem orAt(Position position) {
    return at.isPresent()
        ? this
        : new Problem(Optional.of(position), where, about, message, remedy);
  }

  /** This problem at a place in a file, if one is known, unless it has one already. */
  public Problem orAt(Optional<Position> position) {
    return position.map(this::orAt).orElse(this);
  }

  /** One line: place, part, message and remedy. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    at.ifPresent(position -> line.append(position).append(": "));
    if (!where.isEmpty()) {
      line.append(where).append(": ");
    }
    line.append(message);
    if (!remedy.isEmpty()) {
      line.append(' ').append(remedy);
    }
    return line.toString();
  }
}
