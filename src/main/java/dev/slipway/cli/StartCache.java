package dev.slipway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The cache of prepared classes that the launcher starts Java with. A JVM that cannot use it (cut
 * off, of another Java, of a jar that has been touched) runs without any and says so in one place
 * only: it shares no classes at all. Such a cache is removed, so that the next run records another.
 */
final class StartCache {
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
}
