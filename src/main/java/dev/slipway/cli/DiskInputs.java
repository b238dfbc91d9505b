package dev.slipway.cli;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.YamlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What environments read: files of the machine, and its environment variables. */
final class DiskInputs {
  private final Path directory;
  private final Map<String, String> env;

  DiskInputs(Path directory, Map<String, String> env) {
    this.directory = directory;
    this.env = env;
  }

  /**
   * A file's content, but not much more of it than any reader takes.
   *
   * @param file relative to the folder that the command runs in
   * @throws InvalidInputException if there is none to be had
   */
  byte[] read(String file) {
    try {
      Path path = directory.resolve(file);
      if (Files.isDirectory(path)) {
        throw new InvalidInputException(
            Problem.of("'" + file + "' is a folder.", "Name a file in it."));
      }
      try (InputStream content = Files.newInputStream(path)) {
        return content.readNBytes(YamlLimits.STANDARD.bytes() + 1);
      }
    } catch (NoSuchFileException e) {
      throw missing(file);
    } catch (AccessDeniedException e) {
      throw unreadable(file, "permission denied", "Make it readable for yourself.");
    } catch (InvalidPathException | IOException e) {
      throw unreadable(file, String.valueOf(e.getMessage()), "Look at the file.");
    }
  }

  /** The value of an environment variable, if it is set. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(env.get(name));
  }

  private InvalidInputException missing(String file) {
    Path path = directory.resolve(file);
    List<String> names = new ArrayList<>();
    @Nullable Path folder = path.toAbsolutePath().getParent();
    if (folder != null && Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        entries.forEach(entry -> names.add(entry.getFileName().toString()));
      } catch (IOException e) {
        names.clear();
      }
    }
    String meant = Suggestions.didYouMean(String.valueOf(path.getFileName()), names);
    return new InvalidInputException(
        Problem.of(
            "There is no file '" + file + "'.", meant.isEmpty() ? "Name one that exists." : meant));
  }

  private static InvalidInputException unreadable(String file, String why, String remedy) {
    return new InvalidInputException(
        Problem.of("'" + file + "' cannot be read: " + why + ".", remedy));
  }
}
