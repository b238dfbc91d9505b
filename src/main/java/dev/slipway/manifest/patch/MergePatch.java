package dev.slipway.manifest.patch;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;

/**
 * A JSON merge patch: maps are merged, null removes, everything else, lists too, replaces.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7386">RFC 7386</a>
 */
public record MergePatch(Mapping changes) implements Patch {

  @Override
  public Mapping apply(Mapping object) {
    return merge(object, changes);
  }

  static Mapping merge(Mapping target, Mapping changes) {
    Mapping result = target;
    for (int i = 0; i < changes.size(); i++) {
      String key = changes.key(i);
      Node change = changes.value(i);
      if (change.equals(Scalar.NULL)) {
        result = result.without(key);
      } else if (change instanceof Mapping inner) {
        result = result.with(key, merge(result.mapping(key), inner));
      } else {
        result = result.with(key, change);
      }
    }
    return result;
  }
}
