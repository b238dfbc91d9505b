package dev.slipway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cache of prepared classes that the launcher starts Java with. A JVM that cannot use it (cut
 * off, of another Java, of a jar that has been touched) runs without any and says so in one place
 * only: it shares no classes at all. Such a cache is removed, so that the next run records another.
 *
 * <p>Beside the cache of everything there are smaller ones, each of what it takes to write and
 * check a single system. Which of them is the one for a command line, the launcher knows from when
 * it ran before.
 */
final class StartCache {
  /** The word for what comes by no system. */
  static final String PLAIN = "plain";

  private static final String ALL = "all";

  /** Of fewer objects than this a run ends before what Java compiles for it pays. */
  private static final int SMALL = 16;

  private StartCache() {}

  static void removeIfUnused() {
    removeIfUnused(System.getProperty("slipway.cache"), System.getProperty("java.vm.info", ""));
  }

  /**
   * Removes a cache that is of no use.
   *
   * @param file the cache, if there is one
   * @param info what the JVM says of itself, "mixed mode, sharing"
   */
  static void removeIfUnused(@Nullable String file, String info) {
    if (file == null || info.contains("sharing")) {
      return;
    }
    try {
      Files.deleteIfExists(Path.of(file));
    } catch (IOException e) {
      // It is slower than it could be, no more.
    }
  }

  /**
   * Tells the launcher what a command line needs, where it does not know.
   *
   * @param environments what its files have named
   */
  static void remember(String[] args, EnvironmentSource environments) {
    remember(
        System.getProperty("slipway.run"),
        System.getProperty("slipway.uses", ""),
        uses(args, environments.systems(), environments.objects()));
  }

  /** The word for what a command line needs, and whether that is little. */
  static String uses(String[] args, Set<String> systems, int objects) {
    boolean writes = args.length > 0 && args[0].equals("synth");
    boolean checks = args.length == 3 && args[0].equals("check") && args[1].equals("-f");
    if (!writes && !checks || systems.size() > 1) {
      return ALL;
    }
    String system = systems.isEmpty() ? PLAIN : systems.iterator().next();
    return objects < SMALL ? system + " small" : system;
  }

  /**
   * Writes down what a command line needs, where that is not known.
   *
   * @param file where the launcher looks for it; null where it does not
   * @param known what it found there
   */
  static void remember(@Nullable String file, String known, String uses) {
    if (file == null || uses.equals(known)) {
      return;
    }
    try {
      Path told = Path.of(file);
      Path own = Path.of(file + "." + ProcessHandle.current().pid());
      Files.createDirectories(told.getParent());
      Files.writeString(own, uses + "\n");
      Files.move(own, told, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | InvalidPathException e) {
      // It is slower than it could be, no more.
    }
  }
}
