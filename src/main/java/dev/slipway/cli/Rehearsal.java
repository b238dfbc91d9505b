package dev.slipway.cli;

import dev.slipway.catalog.hyperbytedb.HyperbytedbNotation;
import dev.slipway.catalog.hypercache.HyperCacheNotation;
import dev.slipway.catalog.hyperscience.HyperscienceNotation;
import dev.slipway.catalog.hyperterse.HyperterseNotation;
import dev.slipway.catalog.mllp.MllpNotation;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

  /** The runs that are for every file. */
  private static final List<Run> OTHER_RUNS =
      List.of(
          Run.of(ExitCode.FINE, "diff", "-f", PLAIN),
          Run.of(ExitCode.FINDINGS, "diff", "-f", PLAIN, "-o", "elsewhere"),
          Run.of(ExitCode.FINE, "check", "-f", PLAIN, "--format", "json", "dist/rehearsal"),
          Run.of(ExitCode.FINE, "check", CHART),
          Run.of(ExitCode.FINE, "check", "-f", PLAIN, CHART),
          Run.of(ExitCode.FINE, "images", "-f", PLAIN),
          Run.of(ExitCode.BAD_INPUT, "synth", "-f", "missing.yaml"),
          Run.of(ExitCode.FINE, "--version"),
          Run.of(ExitCode.FINE, "synth", "--help"));

  /**
   * What systems, or none, are written and checked by; one that is not here has no smaller cache.
   */
  static final Map<String, List<Run>> RUNS =
      Map.of(
          StartCache.PLAIN, of(PLAIN),
          HyperCacheNotation.ID, of("hypercache.yaml"),
          HyperscienceNotation.ID, of("hyperscience-aws.yaml"),
          MllpNotation.ID, of("mllp-server-prod.yaml"),
          HyperterseNotation.ID, of("hyperterse-production.yaml"),
          HyperbytedbNotation.ID, of("hyperbytedb-ha.yaml"));

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

  private static List<Run> of(String environment) {
    return List.of(
        Run.of(ExitCode.FINE, "synth", "-f", environment, "-o", "-"),
        Run.of(ExitCode.FINE, "synth", "-f", environment),
        Run.of(ExitCode.FINE, "synth", "-f", environment),
        Run.of(ExitCode.FINE, "check", "-f", environment));
  }

  /**
   * What is rehearsed.
   *
   * @param uses a system's word, or {@link StartCache#PLAIN}, for that alone; nothing for all
   * @throws IllegalArgumentException if there is no such system
   */
  static List<Run> runs(Optional<String> uses) {
    List<Run> runs = new ArrayList<>();
    for (Map.Entry<String, List<Run>> each : new TreeMap<>(RUNS).entrySet()) {
      if (uses.isEmpty() || uses.get().equals(each.getKey())) {
        runs.addAll(each.getValue());
      }
    }
    if (uses.isEmpty()) {
      runs.addAll(OTHER_RUNS);
    }
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("There is no system '" + uses.get() + "'.");
    }
    return runs;
  }

  /** Rehearses in an empty folder, which is the first argument, what the second one says. */
  public static void main(String[] args) throws Throwable {
    StartCache.removeIfUnused();
    // A call that is linked in the archive may initialize a class the first time, as no other does.
    MethodHandles.lookup()
        .findStatic(Late.class, "initialize", MethodType.methodType(void.class))
        .invokeExact();
    Path folder = Path.of(args[0]);
    prepare(folder);
    World world = World.ofProcess(folder);
    for (Run run : runs(args.length > 1 ? Optional.of(args[1]) : Optional.empty())) {
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

  /** A class that nothing has initialized before. */
  private static final class Late {
    static void initialize() {
      // There is nothing to it.
    }
  }
}
