package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.cli.output.DiskFiles;
import dev.slipway.files.DiskInputs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs the command as it is shipped: on files of the disk, with every system of the catalogue. */
final class Shipped {
  /** The folder of the project, in which tests run. */
  static final Path PROJECT = Path.of("").toAbsolutePath();

  private Shipped() {}

  static Command.Outcome run(Path directory, Map<String, String> env, String... args) {
    return reading("", directory, env, args);
  }

  /** Runs it with something on its standard input. */
  static Command.Outcome reading(
      String in, Path directory, Map<String, String> env, String... args) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    World world =
        new World(
            new ByteArrayInputStream(in.getBytes(UTF_8)),
            printed,
            told,
            directory,
            env,
            () -> LocalDate.of(2026, 3, 31),
            new DiskFiles(),
            new CatalogEnvironments(new DiskInputs(directory, env)));
    int code = Main.run(args, world);
    return new Command.Outcome(code, printed.toString(UTF_8), told.toString(UTF_8));
  }

  /** The files below a folder, hidden ones too, by their paths in it. */
  static Map<String, byte[]> files(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
