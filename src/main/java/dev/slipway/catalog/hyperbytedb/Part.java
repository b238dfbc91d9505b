package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Field;
import dev.slipway.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * An object within the spec of a HyperbytedbCluster: {@code storage.s3}.
 *
 * @param path the fields that lead to it; none for the spec itself
 */
record Part(List<String> path) {
  static final Part SPEC = new Part(List.of());

  Part {
    path = List.copyOf(path);
  }

  /** The part under a field of this one. */
  Part under(String field) {
    List<String> longer = new ArrayList<>(path);
    longer.add(field);
    return new Part(longer);
  }

  /** A setting whose value stands in the resource as it does in a file. */
  <V> Setting<V> setting(Field<V> field) {
    return setting(field, field::show);
  }

  /** A setting whose value stands in the resource in a form of its own. */
  <V> Setting<V> setting(Field<V> field, Function<? super V, ? extends Node> toNode) {
    return new Setting<>(under(field.name()).path(), field, toNode);
  }
}
