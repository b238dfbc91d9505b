package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import dev.slipway.manifest.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Anything, taken as it is written. */
final class TreeType extends Type<Node> {
  static final TreeType ANY = new TreeType(false);
  static final TreeType MAP = new TreeType(true);

  private final boolean onlyMap;

  private TreeType(boolean onlyMap) {
    this.onlyMap = onlyMap;
  }

  @Override
  @Nullable Node read(YamlNode node, Reading reading) {
    if (!resembles(node)) {
      reading.wrong(node, this);
      return null;
    }
    return tree(node, reading);
  }

  private static @Nullable Node tree(YamlNode node, Reading reading) {
    if (node instanceof YamlMapping mapping) {
      return map(mapping, reading);
    }
    if (node instanceof YamlSequence sequence) {
      return list(sequence, reading);
    }
    YamlScalar scalar = (YamlScalar) node;
    return scalar.string() == null ? scalar.toNode() : reading.text(scalar);
  }

  private static @Nullable Mapping map(YamlMapping mapping, Reading reading) {
    Mapping.Builder entries = Mapping.builder();
    boolean whole = true;
    for (int i = 0; i < mapping.size(); i++) {
      Node value = tree(mapping.value(i), reading);
      whole &= value != null;
      entries.putIfPresent(mapping.key(i), value);
    }
    return whole ? entries.build() : null;
  }

  private static @Nullable Seq list(YamlSequence sequence, Reading reading) {
    List<Node> items = new ArrayList<>(sequence.size());
    for (YamlNode item : sequence) {
      Node read = tree(item, reading);
      if (read != null) {
        items.add(read);
      }
    }
    return items.size() == sequence.size() ? Seq.of(items) : null;
  }

  @Override
  boolean resembles(YamlNode node) {
    return !onlyMap || node instanceof YamlMapping;
  }

  @Override
  boolean mayBeSecret() {
    return true;
  }

  @Override
  String words(Wording wording) {
    return onlyMap ? wording.of("map") + " of anything" : "anything";
  }

  @Override
  Mapping schema(SchemaForm form) {
    return onlyMap ? Mapping.of("type", "object") : Mapping.EMPTY;
  }

  @Override
  Node show(Node value) {
    return value;
  }
}
