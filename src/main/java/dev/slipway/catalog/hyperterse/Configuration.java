package dev.slipway.catalog.hyperterse;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of Hyperterse's configuration that are not in its image.
 *
 * @param folder where they are in the container
 * @param files their contents by name
 */
public record Configuration(String folder, Map<String, String> files) {
  public static final Configuration NONE = new Configuration("", Map.of());

  private static final Pattern REFERENCE =
      Pattern.compile("\\{\\{\\s*env\\.([A-Za-z_][A-Za-z0-9_]*)\\s*}}");
  private static final Pattern SERVER =
      Pattern.compile("(?m)^server:[ \\t]*\\R((?:[ \\t].*\\R?)*)");
  private static final Pattern PORT = Pattern.compile("(?m)^[ \\t]+port:[ \\t]*[\"']?([0-9]+)");

  public Configuration {
    files = Copies.inOrder(files);
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  Map<String, Text> texts() {
    Map<String, Text> texts = new LinkedHashMap<>();
    files.forEach((name, content) -> texts.put(name, Text.of(content)));
    return texts;
  }

  /**
   * The variables that {@code {{ env.NAME }}} refers to; a server that lacks one does not start.
   */
  Set<String> references() {
    Set<String> names = new TreeSet<>();
    for (String content : files.values()) {
      Matcher matcher = REFERENCE.matcher(content);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  /** The numbers that {@code server.port} has, which win over the variable PORT. */
  Set<Integer> ports() {
    Set<Integer> ports = new TreeSet<>();
    for (String content : files.values()) {
      Matcher server = SERVER.matcher(content);
      while (server.find()) {
        Matcher port = PORT.matcher(server.group(1));
        if (port.find() && port.group(1).length() < 6) {
          ports.add(Integer.valueOf(port.group(1)));
        }
      }
    }
    return ports;
  }
}
