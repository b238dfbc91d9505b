package dev.slipway.environment;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files and variables that exist only in a test. */
final class Files {
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> variables = new LinkedHashMap<>();

  static Files with(String name, String content) {
    return new Files().and(name, content);
  }

  Files and(String name, String content) {
    return and(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Files and(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  Files variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  Inputs inputs() {
    return Inputs.of(files, variables);
  }
}
