package dev.slipway.postrender;

import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import dev.slipway.manifest.YamlSequence;
import org.jspecify.annotations.Nullable;

/**
 * A document of a stream.
 *
 * @param end the line after its last one: the next {@code ---}, a {@code ...}, or one more than the
 *     stream has
 */
record StreamDocument(YamlMapping root, int end) {

  static StreamDocument of(YamlMapping root, Lines lines) {
    int end = root.line() + 1;
    while (end <= lines.count() && !lines.beginsDocument(end) && !lines.endsDocument(end)) {
      end++;
    }
    return new StreamDocument(root, end);
  }

  /** The objects in it, where it is a list of such. */
  @Nullable YamlSequence items() {
    YamlNode kind = root.get("kind");
    return kind instanceof YamlScalar scalar
            && scalar.text().endsWith("List")
            && root.get("items") instanceof YamlSequence items
        ? items
        : null;
  }

  /** The line after a list's items: of the key that follows them, or the document's end. */
  int endOfItems() {
    int items = root.indexOf("items");
    return items + 1 < root.size() && root.keyPosition(items + 1).line() > root.value(items).line()
        ? root.keyPosition(items + 1).line()
        : end;
  }
}
