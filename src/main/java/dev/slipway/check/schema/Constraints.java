package dev.slipway.check.schema;

import dev.slipway.check.schema.Fault.What;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges the parts of a custom resource by the schema of its definition, as the API server does:
 * types, what must be there, how much of it, and which of several forms.
 */
final class Constraints {
  private static final List<String> INTEGER_OR_STRING = List.of("integer", "string");

  private final String kind;
  private final Judge judge;
  private final List<Fault> faults;
  private final Values values;
  private final Patterns patterns;

  Constraints(String kind, Judge judge, List<Fault> faults, Patterns patterns) {
    this.kind = kind;
    this.judge = judge;
    this.faults = faults;
    this.values = new Values(faults);
    this.patterns = patterns;
  }

  void judge(Node value, Mapping schema, Place place) {
    List<String> types = types(schema);
    if (!types.isEmpty() && !isOf(types, value, schema)) {
      values.wrong(value, taken(types, schema), place);
      return;
    }
    Seq allowed = schema.seq("enum");
    if (!allowed.isEmpty() && !allowed.asList().contains(value) && isKnown(value)) {
      values.notAmong(value, allowed.asList(), place);
    }
    if (Scalar.NULL.equals(value)) {
      return;
    }
    for (Node form : schema.seq("allOf")) {
      if (form instanceof Mapping own) {
        judge(value, own, place);
      }
    }
    new Alternatives(this, kind, values, faults).judge(value, schema, place);
    if (value instanceof Mapping part) {
      fields(part, schema, place);
    } else if (value instanceof Seq list) {
      items(list, schema, place);
    } else {
      new Leaf(schema, place, values, patterns).judge(value);
    }
  }

  private static boolean isKnown(Node value) {
    return !(value instanceof Text text) || text.value() != null;
  }

  private static List<String> types(Mapping schema) {
    if (Boolean.TRUE.equals(schema.bool("x-kubernetes-int-or-string"))) {
      return INTEGER_OR_STRING;
    }
    @Nullable String type = schema.string("type");
    return type == null || type.isEmpty() ? List.of() : List.of(type);
  }

  private static boolean isOf(List<String> types, Node value, Mapping schema) {
    if (Scalar.NULL.equals(value)) {
      return Boolean.TRUE.equals(schema.bool("nullable"));
    }
    for (String type : types) {
      boolean is =
          switch (type) {
            case "object" -> value instanceof Mapping;
            case "array" -> value instanceof Seq;
            case "string" -> value instanceof Text;
            case "boolean" -> value instanceof Scalar scalar && scalar.asBoolean() != null;
            case "integer" -> value instanceof Scalar scalar && scalar.asLong() != null;
            case "number" -> value instanceof Scalar scalar && scalar.isNumber();
            default -> true;
          };
      if (is) {
        return true;
      }
    }
    return false;
  }

  /** What a type is called in messages. */
  private static String taken(List<String> types, Mapping schema) {
    return switch (types.size() == 1 ? types.get(0) : "") {
      case "object" -> schema.has("additionalProperties") ? "a map" : "fields";
      case "array" -> "a list";
      case "string" -> "a string";
      case "boolean" -> "true or false";
      case "integer" -> "an integer";
      case "number" -> "a number";
      default -> "a string or an integer";
    };
  }

  private void fields(Mapping part, Mapping schema, Place place) {
    values.count(part.size(), schema, "Properties", "field", place);
    for (Node node : schema.seq("required")) {
      if (node instanceof Text name && name.value() != null && !part.has(name.value())) {
        missing(name.value(), place);
      }
    }
    if (Boolean.TRUE.equals(schema.bool("x-kubernetes-embedded-resource"))) {
      embedded(part, place);
    }
    Mapping properties = schema.mapping("properties");
    for (int i = 0; i < part.size(); i++) {
      String key = part.key(i);
      @Nullable Mapping own = UnknownFields.schemaOf(key, schema);
      if (own != null) {
        judge(part.value(i), own, properties.has(key) ? place.key(key) : place.entry(key));
      }
    }
  }

  private void missing(String name, Place place) {
    faults.add(
        new Fault(
            What.MISSING_FIELD,
            place.key(name).path(),
            "%s has no '%s', which it must have.".formatted(place.shownOf(kind), name),
            ""));
  }

  /** An object within an object has what every object has. */
  private void embedded(Mapping part, Place place) {
    for (String key : List.of("apiVersion", "kind")) {
      @Nullable Node value = part.get(key);
      if (value == null) {
        missing(key, place);
      } else if (!(value instanceof Text text) || "".equals(text.value())) {
        values.wrong(value, "a string that is not empty", place.key(key));
      }
    }
    judge.metadata(part, place);
  }

  private void items(Seq list, Mapping schema, Place place) {
    values.count(list.size(), schema, "Items", "item", place);
    @Nullable Node own = schema.get("items");
    for (int i = 0; own instanceof Mapping items && i < list.size(); i++) {
      judge(list.get(i), items, place.index(i));
    }
    switch (String.valueOf(schema.string("x-kubernetes-list-type"))) {
      case "set" -> unique(list, List.of(), place);
      case "map" -> {
        List<String> keys = new ArrayList<>();
        for (Node key : schema.seq("x-kubernetes-list-map-keys")) {
          keys.add(key.toString());
        }
        unique(list, keys, place);
      }
      default -> {}
    }
  }

  /** No two items are the same, or have the same values of the keys that tell them apart. */
  private void unique(Seq list, List<String> keys, Place place) {
    Map<Node, Integer> first = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      @Nullable Integer before = first.putIfAbsent(identity(list.get(i), keys), i);
      if (before != null) {
        values.repeated(keys, place.index(i), place.index(before));
      }
    }
  }

  private static Node identity(Node item, List<String> keys) {
    if (keys.isEmpty()) {
      return item;
    }
    Mapping.Builder identity = Mapping.builder();
    for (String key : keys) {
      identity.putIfPresent(key, item instanceof Mapping part ? part.get(key) : null);
    }
    return identity.build();
  }

  /** What speaks against a value's having a form. */
  List<Fault> against(Node value, Node form, Place place) {
    List<Fault> against = new ArrayList<>(0);
    new Constraints(kind, judge, against, patterns)
        .judge(value, form instanceof Mapping own ? own : Mapping.EMPTY, place);
    return against;
  }
}
