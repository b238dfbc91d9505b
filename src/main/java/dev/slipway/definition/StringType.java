package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import org.jspecify.annotations.Nullable;

/** A string, of a certain form where it says so. */
public final class StringType extends Type<String> {
  static final StringType ANY = new StringType(null, false);

  private final @Nullable Format format;
  private final boolean mayBeEmpty;

  private StringType(@Nullable Format format, boolean mayBeEmpty) {
    this.format = format;
    this.mayBeEmpty = mayBeEmpty;
  }

  /** Only strings of a certain form. */
  public StringType of(Format form) {
    return new StringType(form, mayBeEmpty);
  }

  /** The empty string, too. */
  public StringType orEmpty() {
    return new StringType(format, true);
  }

  @Override
  @Nullable String read(YamlNode node, Reading reading) {
    if (!(node instanceof YamlScalar scalar) || node.isNull()) {
      reading.wrong(node, this);
      return null;
    }
    String value = reading.string(scalar, this);
    if (value == null) {
      return null;
    }
    if (value.isEmpty()) {
      if (!mayBeEmpty) {
        reading.wrong(node, "is empty", "");
      }
      return mayBeEmpty ? value : null;
    }
    String wrong = format == null ? null : format.check(value);
    if (wrong != null) {
      reading.wrong(node, "is '%s', which %s".formatted(value, wrong), "");
      return null;
    }
    return value;
  }

  @Override
  boolean resembles(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.string() != null;
  }

  @Override
  String words(Wording wording) {
    return wording.of(format == null ? "string" : format.noun());
  }

  @Override
  Mapping schema(SchemaForm form) {
    Mapping.Builder schema = Mapping.builder().put("type", "string");
    if (format != null) {
      format.restrict(schema, mayBeEmpty);
    } else if (!mayBeEmpty) {
      schema.put("minLength", Scalar.of(1));
    }
    return schema.build();
  }

  @Override
  boolean admits(String value) {
    return value.isEmpty() ? mayBeEmpty : format == null || format.check(value) == null;
  }

  @Override
  Node show(String value) {
    return Text.of(value);
  }
}
