package dev.slipway.check;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Paths that stay when something is put before what they lead to: items of lists go by what tells
 * them from others, such as {@code containers[web]}, and not by their places.
 */
final class SteadyPath {
  /** What tells items from each other, as Kubernetes merges lists by it, or people read them. */
  private static final List<String> KEYS =
      List.of("name", "containerPort", "port", "mountPath", "topologyKey", "key", "host", "path");

  private SteadyPath() {}

  /** The path of a field, as it is in an object. */
  static String of(FieldPath path, Mapping body) {
    StringBuilder shown = new StringBuilder();
    @Nullable Node node = body;
    for (Object segment : path.segments()) {
      if (segment instanceof Integer index) {
        node = node instanceof Seq items && index < items.size() ? items.get(index) : null;
        shown.append('[').append(name(node)).append(']');
      } else {
        node = node instanceof Mapping mapping ? mapping.get((String) segment) : null;
        shown.append(shown.isEmpty() ? "" : ".").append(segment);
      }
    }
    return shown.toString();
  }

  /** What an item goes by; nothing where it has no such field. */
  private static String name(@Nullable Node item) {
    if (item instanceof Mapping mapping) {
      for (String key : KEYS) {
        @Nullable Node value = mapping.get(key);
        if (value instanceof Scalar || value instanceof Text text && isShown(text)) {
          return value.toString();
        }
      }
    }
    return "";
  }

  private static boolean isShown(Text text) {
    return text.value() != null && !text.isSecret();
  }
}
