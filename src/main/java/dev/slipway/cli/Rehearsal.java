package dev.slipway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs what the command is mostly asked for, so that Java can record which classes that takes; see
 * tools/command/record.sh. Nobody sees what it prints.
 */
final class Rehearsal {
  private static final String PLAIN = "rehearsal.yaml";
  private static final String CHART = "rehearsal-chart.yaml";

  /** Environments of the systems, as {@code init} gives them; those that are extended, too. */
  private static final List<String> SYSTEMS =
      List.of(
          "hypercache.yaml",
          "hyperscience-base.yaml",
          "hyperscience-aws.yaml",
          "mllp-server-base.yaml",
          "mllp-server-prod.yaml",
          "hyperterse-production.yaml",
          "hyperbytedb-base.yaml",
          "hyperbytedb-ha.yaml");

  static final List<Run> RUNS =
      List.of(
          Run.of(ExitCode.FINE, "synth", "-f", PLAIN, "-o", "-"),
          Run.of(ExitCode.FINDINGS, "diff", "-f", PLAIN),
          Run.of(ExitCode.FINE, "synth", "-f", PLAIN),
          Run.of(ExitCode.FINE, "synth", "-f", PLAIN),
          Run.of(ExitCode.FINE, "diff", "-f", PLAIN),
          Run.of(ExitCode.FINE, "check", "-f", PLAIN),
          Run.of(ExitCode.FINE, "check", "-f", PLAIN, "--format", "json", "dist"),
          Run.of(ExitCode.FINE, "check", "-f", "hypercache.yaml"),
          Run.of(ExitCode.FINE, "check", CHART),
          Run.of(ExitCode.FINE, "check", "-f", PLAIN, CHART),
          Run.of(ExitCode.FINE, "images", "-f", PLAIN),
          Run.of(ExitCode.FINE, "synth", "-f", "hypercache.yaml", "-o", "-"),
          Run.of(ExitCode.FINE, "synth", "-f", "hyperscience-aws.yaml", "-o", "-"),
          Run.of(ExitCode.FINE, "synth", "-f", "mllp-server-prod.yaml", "-o", "-"),
          Run.of(ExitCode.FINE, "synth", "-f", "hyperterse-production.yaml", "-o", "-"),
          Run.of(ExitCode.FINE, "synth", "-f", "hyperbytedb-ha.yaml", "-o", "-"),
          Run.of(ExitCode.BAD_INPUT, "synth", "-f", "missing.yaml"),
          Run.of(ExitCode.FINE, "--version"),
          Run.of(ExitCode.FINE, "synth", "--help"));

  /**
   * A run of the command.
   *
   * @param code how it must end; otherwise it has not done what it is there for
   */
  record Run(int code, List<String> args) {
    static Run of(int code, String... args) {
      return new Run(code, List.of(args));
    }
  }

  private Rehearsal() {}

  /** Rehearses in an empty folder, which is the argument. */
  public static void main(String[] args) throws IOException {
    StartCache.removeIfUnused();
    Path folder = Path.of(args[0]);
    prepare(folder);
    World world = World.ofProcess(folder);
    for (Run run : RUNS) {
      if (play(run, world) != run.code()) {
        Runtime.getRuntime().halt(ExitCode.OUR_FAULT);
      }
    }
  }

  /** Copies what is rehearsed with into a folder. */
  static void prepare(Path folder) throws IOException {
    copy(PLAIN, folder);
    copy(CHART, folder);
    for (String file : SYSTEMS) {
      copy("init/systems/" + file, folder);
    }
  }

  static int play(Run run, World world) {
    return Main.run(run.args().toArray(new String[0]), world);
  }

  private static void copy(String resource, Path folder) throws IOException {
    try (InputStream content = Rehearsal.class.getResourceAsStream(resource)) {
      if (content == null) {
        throw new IllegalStateException("There is no " + resource + ".");
      }
      Files.copy(content, folder.resolve(resource.substring(resource.lastIndexOf('/') + 1)));
    }
  }
}
