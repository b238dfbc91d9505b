package dev.slipway.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands below a folder, as text. */
final class Trees {
  private Trees() {}

  /** Every file's content by its path; a folder that is empty has a path that ends in a slash. */
  static Map<String, String> read(Path folder) {
    Map<String, String> found = new TreeMap<>();
    if (!Files.exists(folder)) {
      return found;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          found.put(name, Files.readString(path));
        } else if (Files.isSymbolicLink(path)) {
          found.put(name, "-> " + Files.readSymbolicLink(path));
        } else if (isEmpty(path) && !name.isEmpty()) {
          found.put(name + "/", "");
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return found;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
