package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.YamlNode;
import org.jspecify.annotations.Nullable;

/** A name that references lead to. */
final class NameType extends Type<String> {
  private final String kind;
  private final StringType form;

  NameType(String kind, Format format) {
    this.kind = kind;
    this.form = Type.string().of(format);
  }

  @Override
  @Nullable String read(YamlNode node, Reading reading) {
    String name = form.read(node, reading);
    if (name != null) {
      reading.declare(kind, name, node.position());
    }
    return name;
  }

  @Override
  boolean resembles(YamlNode node) {
    return form.resembles(node);
  }

  @Override
  String words(Wording wording) {
    return form.words(wording);
  }

  @Override
  Mapping schema(SchemaForm schemaForm) {
    return form.schema(schemaForm);
  }
}
