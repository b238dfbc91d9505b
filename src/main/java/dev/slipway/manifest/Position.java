package dev.slipway.manifest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file, counted from 1 as editors do.
 *
 * @param file the file's name as the user gave it, or {@code -} for standard input
 */
public record Position(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Position position
        && file.equals(position.file)
        && line == position.line
        && column == position.column;
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, line, column);
  }
}
