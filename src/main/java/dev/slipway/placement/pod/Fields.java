package dev.slipway.placement.pod;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads fields of manifests that anybody may have written: what is malformed counts as absent. */
final class Fields {
  private Fields() {}

  static String string(Mapping map, String key) {
    @Nullable String value = map.string(key);
    return value == null ? "" : value;
  }

  static int integer(Mapping map, String key, int otherwise) {
    @Nullable Long value = map.integer(key);
    return value == null ? otherwise : (int) Math.max(Math.min(value, Integer.MAX_VALUE), 0);
  }

  static List<Mapping> mappings(Seq seq) {
    List<Mapping> found = new ArrayList<>(seq.size());
    for (Node node : seq) {
      if (node instanceof Mapping mapping) {
        found.add(mapping);
      }
    }
    return found;
  }

  static List<String> strings(Seq seq) {
    List<String> values = new ArrayList<>(seq.size());
    for (Node node : seq) {
      @Nullable String value = node instanceof Text text ? text.value() : null;
      if (value != null) {
        values.add(value);
      } else if (node instanceof Scalar scalar) {
        values.add(scalar.toString());
      }
    }
    return values;
  }

  static Map<String, String> stringMap(Mapping map) {
    if (map.isEmpty()) {
      return Map.of();
    }
    Map<String, String> values = new LinkedHashMap<>();
    map.forEach(
        (key, node) -> {
          @Nullable String value = node instanceof Text text ? text.value() : null;
          values.put(key, value == null ? "" : value);
        });
    return Collections.unmodifiableMap(values);
  }
}
