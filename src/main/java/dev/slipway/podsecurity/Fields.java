package dev.slipway.podsecurity;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import org.jspecify.annotations.Nullable;

/** Reads fields as an API server does: null is as good as absent. */
final class Fields {
  private Fields() {}

  /** The value at a key, or null where it is absent or null. */
  static @Nullable Node present(Mapping mapping, String key) {
    @Nullable Node node = mapping.get(key);
    return node instanceof Scalar scalar && scalar.isNull() ? null : node;
  }

  /**
   * The value at a key as a person may see it, or an empty string where it is absent or null. One
   * that is not known yet, or is secret, shows as a placeholder and so equals nothing that a
   * control allows.
   */
  static String string(Mapping mapping, String key) {
    @Nullable Node node = present(mapping, key);
    return node == null ? "" : node.toString();
  }
}
