package dev.slipway.check.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kubernetes' own kinds and definitions, each taken apart when it is asked for. */
final class KubernetesApi {
  private final SchemaText text = SchemaText.get();
  private final Map<String, ApiType> types = new HashMap<>();
  private final Map<String, ServedKind> kinds = new HashMap<>();

  /** The definition of a name. */
  ApiType type(String name) {
    @Nullable ApiType known = types.get(name);
    if (known == null) {
      @Nullable Parts fields = text.fields(name);
      if (fields == null) {
        throw new IllegalStateException("There is no definition of " + name + ".");
      }
      known = new ApiType(name, fields);
      types.put(name, known);
    }
    return known;
  }

  /** Where a kind is served, if it ever was. */
  @Nullable ServedKind kind(String kind) {
    @Nullable ServedKind known = kinds.get(kind);
    if (known == null) {
      String @Nullable [] parts = text.parts(":" + kind);
      if (parts == null) {
        return null;
      }
      known = ServedKind.of(parts);
      kinds.put(kind, known);
    }
    return known;
  }

  /** Whether a group is one of Kubernetes' own. */
  boolean hasGroup(String group) {
    return text.has("/" + group);
  }

  List<String> kinds() {
    return text.keys(':');
  }
}
