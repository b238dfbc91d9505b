package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import org.jspecify.annotations.Nullable;

/** A string that may come from outside of the file. */
final class TextType extends Type<Text> {
  static final TextType INSTANCE = new TextType();

  private TextType() {}

  @Override
  @Nullable Text read(YamlNode node, Reading reading) {
    if (!(node instanceof YamlScalar scalar) || scalar.string() == null) {
      boolean quotable = node instanceof YamlScalar && !node.isNull();
      reading.wrong(
          node, "must be a string, but is " + node.describe(), quotable ? "Put it in quotes." : "");
      return null;
    }
    return reading.text(scalar);
  }

  @Override
  boolean resembles(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.string() != null;
  }

  @Override
  boolean mayBeSecret() {
    return true;
  }

  @Override
  String words(Wording wording) {
    return wording.of("string")
        + ", "
        + wording.code("${env:NAME}")
        + " or "
        + wording.code("${file:path}");
  }

  @Override
  Mapping schema(SchemaForm form) {
    return Mapping.of("type", "string");
  }
}
