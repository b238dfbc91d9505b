package dev.slipway.secret;

import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * YAML inside a string, which is how the Secrets Store's providers take what to fetch. Every value
 * is written as a JSON string, which YAML reads the same way.
 */
final class ObjectList {
  private final List<Text> parts = new ArrayList<>();

  ObjectList line(String line) {
    parts.add(Text.of(line + "\n"));
    return this;
  }

  ObjectList line(String start, String value) {
    return line(start, Text.of(value));
  }

  ObjectList line(String start, Text value) {
    parts.add(Text.of(start));
    parts.add(value.derive(Derivation.JSON_STRING));
    parts.add(Text.of("\n"));
    return this;
  }

  Text text() {
    return Text.join(parts);
  }
}
