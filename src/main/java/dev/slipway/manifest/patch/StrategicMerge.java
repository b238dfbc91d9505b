package dev.slipway.manifest.patch;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.patch.PatchSchema.Field;
import dev.slipway.manifest.patch.PatchSchema.Strategy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges maps as a strategic merge patch asks for, and collects what it cannot do. */
final class StrategicMerge {
  private final Problems problems;
  private final StrategicLists lists;

  StrategicMerge(Problems problems) {
    this.problems = problems;
    this.lists = new StrategicLists(this, problems);
  }

  /** What a patch makes of a map. */
  Mapping maps(Mapping original, Mapping patch, PatchSchema schema, FieldPath path) {
    switch (PatchDirectives.of(patch, path, problems)) {
      case DELETE -> {
        return Mapping.EMPTY;
      }
      case REPLACE -> {
        return fresh(patch, schema, path);
      }
      case MERGE -> {}
    }
    Mapping result = retained(original, patch, path);
    for (String key : patch.keys()) {
      if (PatchDirectives.isDirective(key)) {
        result = directed(result, patch, key, schema, path);
      }
    }
    for (String key : patch.keys()) {
      if (!PatchDirectives.isDirective(key)) {
        result = field(result, patch, key, schema, path.key(key));
      }
    }
    return result;
  }

  /** What a patch's map becomes where there is nothing to merge it with. */
  Mapping fresh(Mapping patch, PatchSchema schema, FieldPath path) {
    return maps(Mapping.EMPTY, patch.without(PatchDirectives.PATCH), schema, path);
  }

  private Mapping field(
      Mapping original, Mapping patch, String key, PatchSchema schema, FieldPath path) {
    @Nullable Node change = patch.get(key);
    @Nullable Node before = original.get(key);
    Field field = schema.field(key);
    if (change == null || change.equals(Scalar.NULL)) {
      return original.without(key);
    }
    if (change instanceof Mapping changes) {
      return map(original, key, before, changes, field, path);
    }
    if (change instanceof Seq changes) {
      Seq list = before instanceof Seq seq ? seq : Seq.EMPTY;
      return original.with(
          key,
          field.strategy() == Strategy.MERGE
              ? lists.merge(list, changes, order(patch, key), field, path)
              : lists.replace(changes, path));
    }
    return original.with(key, change);
  }

  private Mapping map(
      Mapping original,
      String key,
      @Nullable Node before,
      Mapping changes,
      Field field,
      FieldPath path) {
    if (before instanceof Mapping map && field.strategy() != Strategy.REPLACE) {
      return original.with(key, maps(map, changes, field.below(), path));
    }
    return PatchDirectives.of(changes, path, problems) == PatchDirectives.DELETE
        ? original.without(key)
        : original.with(key, fresh(changes, field.below(), path));
  }

  /** The map after a directive that is about one of its lists. */
  private Mapping directed(
      Mapping map, Mapping patch, String directive, PatchSchema schema, FieldPath path) {
    @Nullable String deletedFrom = PatchDirectives.deletedFrom(directive);
    if (deletedFrom != null && map.get(deletedFrom) instanceof Seq list) {
      List<Node> left = new ArrayList<>(list.asList());
      left.removeAll(patch.seq(directive).asList());
      return map.with(deletedFrom, Seq.of(left));
    }
    @Nullable String ordered = PatchDirectives.orderOf(directive);
    if (ordered != null && !patch.has(ordered) && map.get(ordered) instanceof Seq list) {
      Field field = schema.field(ordered);
      return field.strategy() == Strategy.MERGE
          ? map.with(
              ordered, lists.merge(list, Seq.EMPTY, patch.seq(directive), field, path.key(ordered)))
          : map;
    }
    return map;
  }

  private Mapping retained(Mapping original, Mapping patch, FieldPath path) {
    if (!patch.has(PatchDirectives.RETAIN_KEYS)) {
      return original;
    }
    List<Node> retained = patch.seq(PatchDirectives.RETAIN_KEYS).asList();
    Mapping.Builder result = Mapping.builder();
    original.forEach(
        (key, value) -> {
          if (retained.contains(Text.of(key))) {
            result.put(key, value);
          }
        });
    patch.forEach(
        (key, value) -> {
          if (!PatchDirectives.isDirective(key)
              && !value.equals(Scalar.NULL)
              && !retained.contains(Text.of(key))) {
            problems.add(
                "The patch sets " + path.key(key) + ", which its $retainKeys does not name.",
                "Name it there, too, or do not set it.");
          }
        });
    return result.build();
  }

  private static @Nullable Seq order(Mapping patch, String list) {
    return patch.get(PatchDirectives.ORDER_PREFIX + list) instanceof Seq order ? order : null;
  }
}
