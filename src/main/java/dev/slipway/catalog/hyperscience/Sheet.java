package dev.slipway.catalog.hyperscience;

import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;

/** A page of sections, paragraphs and lists, some of whose words may be known only later. */
final class Sheet {
  private final List<Text> parts = new ArrayList<>();

  static Text code(String value) {
    return Text.of("`" + value + "`");
  }

  Sheet line(String before, Text... after) {
    parts.add(Text.of(before));
    parts.addAll(List.of(after));
    return blank();
  }

  Sheet section(String title) {
    return blank().line("## " + title).blank();
  }

  Sheet blank() {
    parts.add(Text.of("\n"));
    return this;
  }

  Text text() {
    return Text.join(parts);
  }
}
