package dev.slipway.check.schema;

import dev.slipway.manifest.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * Where in an object a walk has come to; a path is made of it only where something is wrong.
 *
 * @param up the place above; null for the object itself
 * @param step a {@code String} (a key) or an {@code Integer} (an index); empty for the object
 * @param mayBeSecret whether what stands there is not to be quoted
 */
record Place(@Nullable Place up, Object step, boolean mayBeSecret) {
  static final Place ROOT = new Place(null, "", false);

  /** A field below; one called {@code value} is most likely that of a variable. */
  Place key(String key) {
    return new Place(this, key, key.equals("value"));
  }

  /** An entry of a map, such as a Secret's data. */
  Place entry(String key) {
    return new Place(this, key, true);
  }

  Place index(int index) {
    return new Place(this, index, mayBeSecret);
  }

  FieldPath path() {
    if (up == null) {
      return FieldPath.ROOT;
    }
    FieldPath above = up.path();
    return step instanceof Integer index ? above.index(index) : above.key((String) step);
  }

  /** The nearest field and what of it is meant: {@code args[1]}, {@code replicas}. */
  String shown() {
    Place field = this;
    while (field.step instanceof Integer && field.up != null) {
      field = field.up;
    }
    StringBuilder shown = new StringBuilder(field.step.toString());
    appendIndexes(shown);
    return shown.toString();
  }

  /** What of an object of a kind it is: {@code 'server' of a Database}; {@code A Database}. */
  String shownOf(String kind) {
    String whole = Strangers.article(kind) + kind;
    return up == null ? "A" + whole.substring(1) : "'%s' of %s".formatted(shown(), whole);
  }

  private void appendIndexes(StringBuilder shown) {
    if (step instanceof Integer index && up != null) {
      up.appendIndexes(shown);
      shown.append('[').append((int) index).append(']');
    }
  }
}
