package dev.slipway.manifest;

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
}
