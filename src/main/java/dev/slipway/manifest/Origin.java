package dev.slipway.manifest;

import java.util.Optional;

/**
 * Where a manifest came from, for messages.
 *
 * @param description a workload, a construct's path or a URN, as the user knows it
 * @param at the place in a file, if it came from one
 * @param way the way to what declares it, by the names that an environment file has; the root where
 *     that is not known
 */
public record Origin(String description, Optional<Position> at, FieldPath way) {

  public static Origin of(String description) {
    return of(description, FieldPath.ROOT);
  }

  /** Something that is declared at the end of a way in an environment file, if it came from one. */
  public static Origin of(String description, FieldPath way) {
    return new Origin(description, Optional.empty(), way);
  }

  public static Origin at(Position position) {
    return new Origin(position.toString(), Optional.of(position), FieldPath.ROOT);
  }

  @Override
  public String toString() {
    return description;
  }
}
