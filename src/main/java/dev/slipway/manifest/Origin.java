package dev.slipway.manifest;

import java.util.Optional;

/**
 * Where a manifest came from, for messages.
 *
 * @param description a workload, a construct's path or a URN, as the user knows it
 * @param at the place in a file, if it came from one
 */
public record Origin(String description, Optional<Position> at) {

  public static Origin of(String description) {
    return new Origin(description, Optional.empty());
  }

  public static Origin at(Position position) {
    return new Origin(position.toString(), Optional.of(position));
  }

  @Override
  public String toString() {
    return description;
  }
}
