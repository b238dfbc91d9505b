package dev.slipway.testing.controlplane;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The programs that {@code tools/build.sh} builds, or those of the folder that the system property
 * {@code slipway.tools} names.
 */
public final class Tools {

  private static final Map<String, Path> FOUND = new ConcurrentHashMap<>();

  /** A cold build takes a quarter of an hour, beside other work on the machine longer. */
  private static final Duration COLD_BUILD = Duration.ofHours(1);

  private Tools() {}

  /** Returns the program's path, building it first where it is missing. */
  public static Path binary(String name) {
    return binaries(name).get(0);
  }

  /**
   * Returns the programs' paths in the order of their names; one call costs as little as one for a
   * single program.
   */
  public static List<Path> binaries(String... names) {
    List<String> unknown = new ArrayList<>(List.of(names));
    unknown.removeAll(FOUND.keySet());
    if (!unknown.isEmpty()) {
      find(unknown);
    }
    return List.of(names).stream().map(FOUND::get).toList();
  }

  /** The folder that holds {@code tools/}. */
  static Path projectFolder() {
    Path start = Path.of("").toAbsolutePath();
    for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isExecutable(folder.resolve("tools/build.sh"))) {
        return folder;
      }
    }
    throw new IllegalStateException("No folder from " + start + " upwards has tools/build.sh.");
  }

  private static void find(List<String> names) {
    @Nullable String folder = System.getProperty("slipway.tools");
    List<Path> paths = folder == null ? build(names) : inFolder(Path.of(folder), names);
    for (int i = 0; i < names.size(); i++) {
      FOUND.put(names.get(i), paths.get(i));
    }
  }

  private static List<Path> inFolder(Path folder, List<String> names) {
    List<Path> paths = names.stream().map(folder::resolve).toList();
    List<Path> missing = paths.stream().filter(path -> !Files.exists(path)).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "The system property slipway.tools names a folder that lacks " + missing + ".");
    }
    return paths;
  }

  private static List<Path> build(List<String> names) {
    List<String> command = new ArrayList<>();
    command.add(projectFolder().resolve("tools/build.sh").toString());
    command.add("--print-bin");
    command.addAll(names);
    Outcome outcome = Command.of(command).timeout(COLD_BUILD).run().orFail();
    return outcome.out().lines().map(Path::of).toList();
  }
}
