package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.YamlNode;
import org.jspecify.annotations.Nullable;

/** The name of something that stands elsewhere. */
final class ReferenceType extends Type<String> {
  private final String kind;

  ReferenceType(String kind) {
    this.kind = kind;
  }

  @Override
  @Nullable String read(YamlNode node, Reading reading) {
    String name = Type.string().read(node, reading);
    if (name != null) {
      reading.refer(kind, name, node.position());
    }
    return name;
  }

  @Override
  boolean resembles(YamlNode node) {
    return Type.string().resembles(node);
  }

  @Override
  String words(Wording wording) {
    return wording.of("name") + " of " + Nouns.withArticle(kind);
  }

  @Override
  Mapping schema(SchemaForm form) {
    return Type.string().schema(form);
  }
}
