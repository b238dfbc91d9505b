package dev.slipway.testing.controlplane;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** JSON as maps, lists, strings, numbers and booleans. */
final class Json {

  private Json() {}

  static Map<String, Object> object(String text) {
    // A list of everything in a namespace is longer than the default limit.
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    @Nullable Object value = new Load(settings).loadFromString(text);
    if (value instanceof Map<?, ?> map) {
      @SuppressWarnings("unchecked") // JSON has no other keys.
      Map<String, Object> object = (Map<String, Object>) map;
      return object;
    }
    throw new IllegalArgumentException("Not a JSON object: " + text);
  }

  static String write(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> quoted(entry.getKey().toString()) + ":" + write(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof String text ? quoted(text) : String.valueOf(value);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c < ' ' || c == '"' || c == '\\') {
                out.append(String.format("\\u%04x", c));
              } else {
                out.append((char) c);
              }
            });
    return out.append('"').toString();
  }
}
