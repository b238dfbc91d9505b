package dev.slipway.cli;

import dev.slipway.cli.output.DiskFiles;
import dev.slipway.files.DiskInputs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs what the command is mostly asked for, so that Java can record which classes that takes; see
 * tools/command/record.sh. Nobody sees what it prints.
 */
final class Rehearsal {
  private static final String ENVIRONMENT = "rehearsal.yaml";

  private static final List<List<String>> RUNS =
      List.of(
          List.of("synth", "-f", ENVIRONMENT, "-o", "-"),
          List.of("synth", "-f", ENVIRONMENT),
          List.of("synth", "-f", ENVIRONMENT),
          List.of("synth", "-f", "missing.yaml"),
          List.of("--version"),
          List.of("synth", "--help"));

  private Rehearsal() {}

  /** Rehearses in an empty folder, which is the argument. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    try (InputStream environment = Rehearsal.class.getResourceAsStream(ENVIRONMENT)) {
      if (environment == null) {
        throw new IllegalStateException("There is no " + ENVIRONMENT + ".");
      }
      Files.copy(environment, folder.resolve(ENVIRONMENT));
    }
    for (int code : run(folder)) {
      if (code == ExitCode.OUR_FAULT) {
        System.exit(code);
      }
    }
  }

  /** Every run's exit code. */
  static List<Integer> run(Path folder) {
    Map<String, String> env = Map.of();
    World world =
        new World(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream(),
            folder,
            env,
            Main::today,
            new DiskFiles(),
            new CatalogEnvironments(new DiskInputs(folder, env)));
    return RUNS.stream().map(run -> Main.run(run.toArray(new String[0]), world)).toList();
  }
}
