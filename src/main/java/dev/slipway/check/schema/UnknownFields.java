package dev.slipway.check.schema;

import dev.slipway.check.schema.Fault.What;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Suggestions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a custom resource's definition does not know, and the API server would prune. */
final class UnknownFields {
  private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");
  private static final int DEEPEST = 4;

  private final GroupVersionKind type;
  private final List<Fault> faults;

  UnknownFields(GroupVersionKind type, List<Fault> faults) {
    this.type = type;
    this.faults = faults;
  }

  void find(Mapping object, Mapping schema) {
    Part root = new Part(null, Place.ROOT, schema, object);
    fields(root, true, isOpen(schema));
  }

  /** The schema of a field, or null where there is none. */
  static @Nullable Mapping schemaOf(String key, Mapping schema) {
    @Nullable Node property = schema.mapping("properties").get(key);
    if (property == null) {
      property = schema.get("additionalProperties");
    }
    return property instanceof Mapping own ? own : null;
  }

  /** Whether a field may stand in an object, whatever it then holds. */
  private static boolean has(String key, Mapping schema) {
    @Nullable Node others = schema.get("additionalProperties");
    return schema.mapping("properties").has(key) || (others != null && !isFalse(others));
  }

  private static boolean isFalse(Node node) {
    return node instanceof Scalar scalar && Boolean.FALSE.equals(scalar.asBoolean());
  }

  private static boolean isOpen(Mapping schema) {
    return Boolean.TRUE.equals(schema.bool("x-kubernetes-preserve-unknown-fields"));
  }

  /**
   * Looks below a value.
   *
   * @param up the part that it is in
   * @param schema null where nothing is known of it, and so nothing may be in it
   * @param open whether the list that it stands in takes unknown fields
   */
  private void value(Node value, @Nullable Part up, Place place, Mapping schema, boolean open) {
    boolean opened = open || isOpen(schema);
    String type = String.valueOf(schema.string("type"));
    if (value instanceof Mapping body && !type.equals("array")) { // which is told as such
      boolean embedded = Boolean.TRUE.equals(schema.bool("x-kubernetes-embedded-resource"));
      fields(new Part(up, place, schema, body), embedded, opened);
    } else if (value instanceof Seq items) {
      for (int i = 0; i < items.size(); i++) {
        value(items.get(i), up, place.index(i), schema.mapping("items"), opened);
      }
    }
  }

  private void fields(Part part, boolean object, boolean open) {
    for (int i = 0; i < part.body.size(); i++) {
      String key = part.body.key(i);
      if (object && OF_EVERY_OBJECT.contains(key)) {
        continue;
      }
      if (has(key, part.schema)) {
        boolean named = part.schema.mapping("properties").has(key);
        Place place = named ? part.place.key(key) : part.place.entry(key);
        @Nullable Mapping own = schemaOf(key, part.schema);
        value(part.body.value(i), part, place, own == null ? Mapping.EMPTY : own, false);
      } else if (!open) {
        faults.add(
            new Fault(
                What.UNKNOWN_FIELD,
                part.place.key(key).path(),
                "%s has no field '%s' in %s."
                    .formatted(part.place.shownOf(type.kind()), key, type.version()),
                meant(part, key)));
      }
    }
  }

  private String meant(Part part, String key) {
    for (@Nullable Part up = part.up; up != null; up = up.up) {
      if (up.schema.mapping("properties").has(key) && !up.body.has(key)) {
        return belongsAt(up.place.key(key).path());
      }
    }
    @Nullable FieldPath below = below(part, key);
    return below == null
        ? Suggestions.didYouMean(key, part.schema.mapping("properties").keys())
        : belongsAt(below);
  }

  private static String belongsAt(FieldPath path) {
    return "It belongs at %s.".formatted(path);
  }

  /** The nearest part below it that has such a field; of lists, the first item. */
  private static @Nullable FieldPath below(Part part, String key) {
    Deque<Reached> todo = new ArrayDeque<>(List.of(new Reached(part.schema, part.place, 0)));
    while (!todo.isEmpty()) {
      Reached reached = todo.remove();
      Mapping properties = reached.schema.mapping("properties");
      if (reached.depth > 0 && properties.has(key)) {
        return reached.place.key(key).path();
      }
      for (int i = 0; i < properties.size() && reached.depth < DEEPEST; i++) {
        if (properties.value(i) instanceof Mapping own) {
          Place at = reached.place.key(properties.key(i));
          boolean list = own.has("items");
          todo.add(
              new Reached(
                  list ? own.mapping("items") : own, list ? at.index(0) : at, reached.depth + 1));
        }
      }
    }
    return null;
  }

  private record Part(@Nullable Part up, Place place, Mapping schema, Mapping body) {}

  private record Reached(Mapping schema, Place place, int depth) {}
}
