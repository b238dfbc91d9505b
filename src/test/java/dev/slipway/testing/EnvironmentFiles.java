package dev.slipway.testing;

import dev.slipway.catalog.Catalog;
import dev.slipway.environment.Environment;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Inputs;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The environment files that Slipway comes with, read as the command reads them. */
public final class EnvironmentFiles {
  private static final Path FOLDER = Path.of("environments");

  private EnvironmentFiles() {}

  /** The names of all that declare an environment, in alphabetical order. */
  public static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml"))
          .map(file -> file.substring(0, file.length() - ".yaml".length()))
          .filter(name -> find(name).isPresent())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The environment that a file declares. */
  public static Environment read(String name) {
    return find(name).orElseThrow(() -> new AssertionError(name + " is only a base for others."));
  }

  /** The environment that a text declares, as if it stood in {@code test.yaml}. */
  public static Environment parse(String yaml) {
    Inputs text =
        new Inputs() {
          @Override
          public byte[] read(String name, int atMost) {
            return yaml.getBytes(StandardCharsets.UTF_8);
          }

          @Override
          public Optional<String> variable(String name) {
            return Optional.empty();
          }
        };
    return new Environments(Catalog.systems()).read("test.yaml", text).orElseThrow();
  }

  /** The environment that a text declares, as if it stood beside those that Slipway comes with. */
  public static Environment beside(String yaml) {
    String file = FOLDER + "/test.yaml";
    Inputs shipped = new Shipped();
    Inputs both =
        new Inputs() {
          @Override
          public byte[] read(String name, int atMost) throws IOException {
            return name.equals(file)
                ? yaml.getBytes(StandardCharsets.UTF_8)
                : shipped.read(name, atMost);
          }

          @Override
          public Optional<String> variable(String name) {
            return Optional.empty();
          }
        };
    return new Environments(Catalog.systems()).read(file, both).orElseThrow();
  }

  private static Optional<Environment> find(String name) {
    return new Environments(Catalog.systems()).read(FOLDER + "/" + name + ".yaml", new Shipped());
  }

  /** Files of the source tree; environment files there take nothing from variables. */
  private static final class Shipped implements Inputs {
    @Override
    public byte[] read(String name, int atMost) throws IOException {
      try {
        return Files.readAllBytes(Path.of(name));
      } catch (NoSuchFileException e) {
        throw new FileNotFoundException(name);
      }
    }

    @Override
    public Optional<String> variable(String name) {
      return Optional.empty();
    }
  }
}
