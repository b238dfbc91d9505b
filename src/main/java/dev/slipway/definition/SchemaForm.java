package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON Schemas of definitions, and of those they lead to, in one of two forms: for whole
 * files, or for overlays on other files.
 */
final class SchemaForm {
  private static final Mapping NULL = Mapping.of("type", "null");

  private final boolean overlay;
  private final Map<String, Definition<?>> named;
  private final Map<String, Mapping> schemas;

  private SchemaForm(
      boolean overlay, Map<String, Definition<?>> named, Map<String, Mapping> schemas) {
    this.overlay = overlay;
    this.named = named;
    this.schemas = schemas;
  }

  static SchemaForm full() {
    return new SchemaForm(false, new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /** The form of overlays, its schemas beside those of this form. */
  SchemaForm overlay() {
    return new SchemaForm(true, named, schemas);
  }

  boolean isOverlay() {
    return overlay;
  }

  /** The schemas that references lead to, by name. */
  Mapping definitions() {
    return Mapping.of(schemas);
  }

  /** A schema that leads to the definition's own. */
  Mapping reference(Definition<?> definition) {
    String name = Nouns.joined(definition.noun()) + (overlay ? "Overlay" : "");
    Definition<?> other = named.putIfAbsent(name, definition);
    if (other != null && other != definition) {
      throw new IllegalStateException("Two definitions are called " + definition.noun() + ".");
    }
    if (!schemas.containsKey(name)) {
      schemas.put(name, Mapping.EMPTY); // holds its place, and ends recursion
      schemas.put(name, object(definition));
    }
    return Mapping.of("$ref", "#/definitions/" + name);
  }

  /** A schema, or in an overlay also null, which removes what the layer below has. */
  Mapping removable(Mapping schema) {
    return overlay ? Mapping.of("anyOf", Seq.of(schema, NULL)) : schema;
  }

  /** The schema of a list; in an overlay, one of named things may also be a map by their names. */
  Mapping listOf(Type<?> items, Mapping list) {
    Mapping item = list.mapping("items");
    if (!overlay || !items.hasName()) {
      return list;
    }
    Mapping byName = Mapping.of("type", Text.of("object"), "additionalProperties", removable(item));
    return Mapping.of("anyOf", Seq.of(list, byName));
  }

  private Mapping object(Definition<?> definition) {
    Mapping.Builder properties = Mapping.builder();
    for (Field<?> field : definition.fields()) {
      properties.put(field.name(), property(field));
    }
    List<String> required =
        definition.fields().stream().filter(Field::isRequired).map(Field::name).toList();
    return Mapping.builder()
        .put("title", Nouns.capitalized(definition.noun()))
        .put("description", definition.doc())
        .put("type", "object")
        .put("properties", properties.build())
        .putUnlessEmpty("required", overlay ? Seq.EMPTY : Seq.ofStrings(required))
        .put("additionalProperties", Scalar.FALSE)
        .build();
  }

  private <V> Mapping property(Field<V> field) {
    Mapping schema = removable(field.type().schema(this));
    Mapping.Builder property = Mapping.builder();
    if (schema.has("$ref")) {
      property.put("allOf", Seq.of(schema)); // draft-07 ignores what stands beside a $ref
    } else {
      property.putAll(schema);
    }
    property.put("description", field.doc());
    field.defaultNode().ifPresent(value -> property.put("default", value));
    @Nullable Seq examples = examples(field);
    property.putIfPresent("examples", examples);
    if (!field.deprecated().isEmpty()) {
      property.put("deprecationMessage", field.deprecated());
    }
    return property.build();
  }

  private static @Nullable Seq examples(Field<?> field) {
    return field.example().isEmpty() ? null : Seq.of(field.exampleNode());
  }
}
