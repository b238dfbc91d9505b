package dev.slipway.environment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that an environment file can take from its surroundings: files and variables. */
public interface Inputs {

  /**
   * The content of a file.
   *
   * @param name as {@link #locate} gave it, or as the user did
   * @param atMost how many bytes will be used; what is longer may be cut off after one byte more
   * @throws FileNotFoundException if there is no such file
   * @throws IOException if it cannot be read; the message says why
   */
  byte[] read(String name, int atMost) throws IOException;

  /** The value of an environment variable, if it is set. */
  Optional<String> variable(String name);

  /**
   * The name of the file that a path means within another file: relative to the folder in which
   * that file is, unless the path is absolute.
   */
  default String locate(String file, String path) {
    if (path.startsWith("/")) {
      return path;
    }
    List<String> parts = new ArrayList<>(List.of(file.split("/", -1)));
    parts.remove(parts.size() - 1);
    for (String part : path.split("/")) {
      boolean canGoUp = !parts.isEmpty() && !parts.get(parts.size() - 1).matches("|\\.\\.");
      if (part.equals("..") && canGoUp) {
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  /** Inputs that are all known beforehand. */
  static Inputs of(Map<String, byte[]> files, Map<String, String> variables) {
    return new Inputs() {
      @Override
      public byte[] read(String name, int atMost) throws IOException {
        byte[] content = files.get(name);
        if (content == null) {
          throw new FileNotFoundException(name);
        }
        return content.length > atMost ? Arrays.copyOf(content, atMost + 1) : content.clone();
      }

      @Override
      public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
      }
    };
  }
}
