package dev.slipway.manifest.patch;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of a strategic merge patch that say how to merge instead of what. */
enum PatchDirectives {
  /** Merge, as without a directive. */
  MERGE,
  REPLACE,
  DELETE;

  static final String PATCH = "$patch";
  static final String RETAIN_KEYS = "$retainKeys";
  static final String DELETE_PREFIX = "$deleteFromPrimitiveList/";
  static final String ORDER_PREFIX = "$setElementOrder/";

  private static final List<String> VALUES = List.of("replace", "delete", "merge");

  /** The keys of JSON schemas, which stand in custom resource definitions, are fields. */
  private static final List<String> DOLLAR_FIELDS = List.of("$ref", "$schema");

  /** What the map's {@code $patch} says; every directive in the map that is none is a problem. */
  static PatchDirectives of(Mapping patch, FieldPath path, Problems problems) {
    patch.forEach((key, value) -> check(key, value, path, problems));
    return switch (String.valueOf(patch.string(PATCH))) {
      case "replace" -> REPLACE;
      case "delete" -> DELETE;
      default -> MERGE;
    };
  }

  static boolean isDirective(String key) {
    return !key.isEmpty() && key.charAt(0) == '$' && !DOLLAR_FIELDS.contains(key);
  }

  /** The list from which a key says to delete values, or null if it does not. */
  static @Nullable String deletedFrom(String key) {
    return key.startsWith(DELETE_PREFIX) ? key.substring(DELETE_PREFIX.length()) : null;
  }

  /** The list of which a key tells the order, or null if it does not. */
  static @Nullable String orderOf(String key) {
    return key.startsWith(ORDER_PREFIX) ? key.substring(ORDER_PREFIX.length()) : null;
  }

  /** Adds a problem for each directive in a tree that is taken as it is. */
  static void refuse(Node tree, FieldPath path, String why, Problems problems) {
    if (tree instanceof Mapping mapping) {
      mapping.forEach(
          (key, value) -> {
            if (isDirective(key)) {
              problems.add(
                  "'" + key + "' cannot be used " + within(path) + ": " + why + ".",
                  "Use a JSON patch, or give the whole list.");
            } else {
              refuse(value, path.key(key), why, problems);
            }
          });
    } else if (tree instanceof Seq seq) {
      for (int i = 0; i < seq.size(); i++) {
        refuse(seq.get(i), path.index(i), why, problems);
      }
    }
  }

  private static void check(String key, Node value, FieldPath path, Problems problems) {
    if (!isDirective(key)) {
      return;
    }
    if (key.equals(PATCH)) {
      if (!(value instanceof Text text) || !VALUES.contains(String.valueOf(text.value()))) {
        problems.add(
            "'$patch' says " + value + " " + within(path) + ".",
            "It may say " + String.join(", ", VALUES) + ".");
      }
    } else if (key.equals(RETAIN_KEYS) || deletedFrom(key) != null || orderOf(key) != null) {
      if (!(value instanceof Seq)) {
        problems.add(
            "'" + key + "' is " + value.describe() + " " + within(path) + ".", "Give it a list.");
      }
    } else {
      problems.add(
          "'" + key + "' " + within(path) + " is no directive.",
          "There are $patch, $retainKeys, $setElementOrder/<list> and"
              + " $deleteFromPrimitiveList/<list>.");
    }
  }

  private static String within(FieldPath path) {
    return path.equals(FieldPath.ROOT) ? "at the top of the patch" : "at " + path;
  }
}
