package dev.slipway.check;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which texts stand in which objects, to tell whether anybody names one. */
final class Mentions {
  /** Who holds each text: one object, or null for several. */
  private final Map<String, @Nullable Subject> holders = new HashMap<>();

  Mentions(List<Subject> subjects) {
    for (Subject subject : subjects) {
      collect(subject.body(), subject);
    }
  }

  /** Whether another object has a text that is a name, or that the name is part of. */
  boolean has(String name, Subject except) {
    if (holders.containsKey(name) && holders.get(name) != except) {
      return true;
    }
    for (Map.Entry<String, @Nullable Subject> entry : holders.entrySet()) {
      if (entry.getValue() != except && entry.getKey().contains(name)) {
        return true;
      }
    }
    return false;
  }

  private void collect(Node node, Subject holder) {
    if (node instanceof Text text && text.value() != null) {
      String value = text.value();
      if (!holders.containsKey(value)) {
        holders.put(value, holder);
      } else if (holders.get(value) != holder) {
        holders.put(value, null);
      }
    } else if (node instanceof Mapping mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        collect(mapping.value(i), holder);
      }
    } else if (node instanceof Seq items) {
      for (Node item : items) {
        collect(item, holder);
      }
    }
  }
}
