package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** True or false. */
final class BooleanType extends Type<Boolean> {
  static final BooleanType INSTANCE = new BooleanType();

  /** As YAML 1.1 has them, and as people write them. */
  private static final Set<String> YES = Set.of("true", "yes", "y", "on", "enabled");

  private static final Set<String> NO = Set.of("false", "no", "n", "off", "disabled");

  private BooleanType() {}

  @Override
  @Nullable Boolean read(YamlNode node, Reading reading) {
    Boolean value = value(node);
    if (value == null) {
      reading.wrong(node, this);
    }
    return value;
  }

  @Override
  boolean resembles(YamlNode node) {
    return value(node) != null;
  }

  private static @Nullable Boolean value(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.toNode() instanceof Scalar value
        ? value.asBoolean()
        : null;
  }

  @Override
  Optional<String> meantBy(YamlScalar written) {
    String word = written.text().toLowerCase(Locale.ROOT);
    return YES.contains(word)
        ? Optional.of("true")
        : NO.contains(word) ? Optional.of("false") : Optional.empty();
  }

  @Override
  String words(Wording wording) {
    return wording.code("true") + " or " + wording.code("false");
  }

  @Override
  Mapping schema(SchemaForm form) {
    return Mapping.of("type", "boolean");
  }

  @Override
  Node show(Boolean value) {
    return Scalar.of(value);
  }
}
