package dev.slipway.testing.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process of a control plane wrote about itself. */
final class LogFile {

  private static final int LINES = 30;

  private LogFile() {}

  /** The last lines, or nothing where there is no file. */
  static String end(Path file) {
    if (!Files.exists(file)) {
      return "";
    }
    try {
      List<String> lines = Files.readAllLines(file);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()))
          + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
