package dev.slipway.files;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the environment files that are meant where none is named. */
public final class EnvironmentFiles {
  public static final String FOLDER = "environments";

  private EnvironmentFiles() {}

  /**
   * The YAML files in the usual folder, by name; those of hidden names left out.
   *
   * @throws InvalidInputException if there are none
   */
  public static List<String> in(Path directory) {
    List<String> files = new ArrayList<>();
    Path folder = directory.resolve(FOLDER);
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "[!.]*.{yaml,yml}")) {
        entries.forEach(entry -> files.add(FOLDER + "/" + entry.getFileName()));
      } catch (IOException e) {
        throw new InvalidInputException(
            Problem.of(
                "The folder '" + FOLDER + "' cannot be read.",
                "Make it readable, or name a file with -f."));
      }
    }
    if (files.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(
              Files.isDirectory(folder)
                  ? "The folder '" + FOLDER + "' holds no YAML file."
                  : "There is no folder '" + FOLDER + "' here.",
              "Name an environment file with -f, or run it where your environments/ are."));
    }
    files.sort(null);
    return files;
  }
}
