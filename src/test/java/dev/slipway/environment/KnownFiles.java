package dev.slipway.environment;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** KnownFiles and variables that exist only in a test. */
final class KnownFiles {
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> variables = new LinkedHashMap<>();

  static KnownFiles with(String name, String content) {
    return new KnownFiles().and(name, content);
  }

  KnownFiles and(String name, String content) {
    return and(name, content.getBytes(StandardCharsets.UTF_8));
  }

  KnownFiles and(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  KnownFiles variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  Inputs inputs() {
    return Inputs.of(files, variables);
  }
}
