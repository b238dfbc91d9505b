package dev.slipway.cli.output;

import dev.slipway.manifest.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says what a failed write means to the user. */
final class WriteProblems {
  private WriteProblems() {}

  /** The problem with writing to a folder, of which nothing has changed. */
  static Problem of(Path out, IOException failure) {
    @Nullable String file = failure instanceof FileSystemException fs ? fs.getFile() : null;
    String where = file == null ? out.toString() : file;
    String message = "'" + where + "' cannot be written: " + reason(failure) + ".";
    if (failure.getSuppressed().length > 0) {
      return Problem.of(
          message + " Nor could everything be put back as it was.",
          "What is missing in '"
              + out
              + "' stands there as .NAME.slipway-old; once it can be written, the next run puts it"
              + " back.");
    }
    return Problem.of(
        message + " The earlier output is as it was.",
        "Make the folder writable or make room there, or choose another folder with -o.");
  }

  /** The problem with writing to a folder in which nothing was before. */
  static Problem ofWriting(Path folder, IOException failure) {
    @Nullable String file = failure instanceof FileSystemException fs ? fs.getFile() : null;
    return Problem.of(
        "'" + (file == null ? folder : file) + "' cannot be written: " + reason(failure) + ".",
        "Make its folder writable or make room there, or name another folder.");
  }

  /** The problem with reading what is in a folder. */
  static Problem ofReading(Path out, IOException failure) {
    @Nullable String file = failure instanceof FileSystemException fs ? fs.getFile() : null;
    return Problem.of(
        "'" + (file == null ? out : file) + "' cannot be read: " + reason(failure) + ".",
        "Make it readable, or choose another folder with -o.");
  }

  private static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "it is not there";
    }
    @Nullable String reason =
        failure instanceof FileSystemException fs ? fs.getReason() : failure.getMessage();
    return reason == null || reason.isEmpty()
        ? failure.getClass().getSimpleName()
        : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
  }
}
