package dev.slipway.check.schema;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custom resource as the API server validates it: nulls are gone where they are no values, and
 * the schema's defaults stand where nothing else does.
 */
final class Completed {
  private Completed() {}

  static Node of(Node value, @Nullable Mapping schema) {
    if (schema == null) {
      return value;
    }
    if (value instanceof Mapping part) {
      return fields(part, schema);
    }
    if (value instanceof Seq list) {
      return items(list, schema.mapping("items"));
    }
    return value;
  }

  private static Mapping fields(Mapping part, Mapping schema) {
    Mapping properties = schema.mapping("properties");
    Mapping.Builder fields = Mapping.builder();
    for (int i = 0; i < part.size(); i++) {
      @Nullable Mapping own = UnknownFields.schemaOf(part.key(i), schema);
      @Nullable Node value = isNoValue(part.value(i), own) ? defaultOf(own) : part.value(i);
      if (value != null) {
        fields.put(part.key(i), of(value, own));
      }
    }
    for (int i = 0; i < properties.size(); i++) {
      @Nullable Mapping own = UnknownFields.schemaOf(properties.key(i), schema);
      @Nullable Node value = part.has(properties.key(i)) ? null : defaultOf(own);
      if (value != null) {
        fields.put(properties.key(i), of(value, own));
      }
    }
    return fields.build();
  }

  /** An item is never left out: one that is null stays, unless there is a default. */
  private static Seq items(Seq list, Mapping schema) {
    List<Node> items = new ArrayList<>(list.size());
    for (Node item : list) {
      @Nullable Node value = isNoValue(item, schema) ? defaultOf(schema) : item;
      items.add(of(value == null ? item : value, schema));
    }
    return Seq.of(items);
  }

  private static boolean isNoValue(Node value, @Nullable Mapping schema) {
    return Scalar.NULL.equals(value)
        && schema != null
        && !Boolean.TRUE.equals(schema.bool("nullable"));
  }

  private static @Nullable Node defaultOf(@Nullable Mapping schema) {
    @Nullable Node value = schema == null ? null : schema.get("default");
    return Scalar.NULL.equals(value) ? null : value;
  }
}
