package dev.slipway.files;

import dev.slipway.environment.Inputs;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What environment files take from the machine: its files, and its environment variables.
 *
 * @param directory the folder that relative names start from
 * @param env the environment variables
 */
public record DiskInputs(Path directory, Map<String, String> env) implements Inputs {

  @Override
  public byte[] read(String name, int atMost) throws IOException {
    try {
      Path file = directory.resolve(name);
      if (Files.isDirectory(file)) {
        throw new IOException("it is a folder");
      }
      try (InputStream content = open(file)) {
        return content.readNBytes(atMost == Integer.MAX_VALUE ? atMost : atMost + 1);
      }
    } catch (NoSuchFileException e) {
      throw new FileNotFoundException(name);
    } catch (AccessDeniedException e) {
      throw new IOException("permission denied", e);
    } catch (FileSystemException e) {
      @Nullable String reason = e.getReason();
      throw new IOException(reason == null ? e.getClass().getSimpleName() : reason, e);
    } catch (InvalidPathException e) {
      throw new IOException("it is not a file's name: " + e.getReason(), e);
    }
  }

  /** Opens a file without a channel, which loads the libraries of networks too. */
  private static InputStream open(Path file) throws IOException {
    try {
      return new FileInputStream(file.toFile());
    } catch (FileNotFoundException e) {
      // Fails in the same way, and says why.
      return Files.newInputStream(file);
    }
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(env.get(name));
  }
}
