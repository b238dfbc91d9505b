package dev.slipway.manifest;

import java.util.Optional;

/**
 * Something in the input that Slipway cannot work with.
 *
 * @param at where it stands in a file, if it came from one
 * @param where which part of the model it is in, as {@code application 'x' › workload 'y'}; empty
 *     where the message says it all
 * @param message what is wrong, with the offending value
 * @param remedy what to do about it; a full sentence
 */
public record Problem(Optional<Position> at, String where, String message, String remedy) {

  public static Problem of(String message, String remedy) {
    return new Problem(Optional.empty(), "", message, remedy);
  }

  public static Problem at(Position position, String message, String remedy) {
    return new Problem(Optional.of(position), "", message, remedy);
  }

  /** This problem, told to be inside the given part of the model. */
  public Problem in(String part) {
    return new Problem(at, where.isEmpty() ? part : part + " › " + where, message, remedy);
  }

  /** This problem at a place in a file, unless it has one already. */
  public Problem orAt(Position position) {
    return at.isPresent() ? this : new Problem(Optional.of(position), where, message, remedy);
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
