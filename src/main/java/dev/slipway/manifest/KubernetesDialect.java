package dev.slipway.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** YAML as Kubernetes' own reader takes it; see {@link KubernetesScalars}. */
final class KubernetesDialect implements YamlDialect {
  private static final String CORE = CoreDialect.CORE;

  @Override
  public YamlScalar untagged(
      String file, int line, int column, String text, boolean plain, Consumer<Problem> problems) {
    Scalar value = plain ? KubernetesScalars.resolve(text) : null;
    if (value != null) {
      return YamlScalar.resolved(file, line, column, text, value);
    }
    if (plain && CoreScalars.isNotFinite(text)) {
      problems.accept(YamlDialect.beyond(new Position(file, line, column)));
    }
    return YamlScalar.string(file, line, column, text);
  }

  @Override
  public YamlScalar tagged(Position at, String tag, String text, Consumer<Problem> problems) {
    Scalar scalar = KubernetesScalars.resolve(text);
    Node value =
        switch (tag) {
          case CORE + "binary" -> decoded(text);
          case CORE + "int" -> scalar != null && scalar.asLong() != null ? scalar : null;
          case CORE + "float" -> scalar != null && scalar.isNumber() ? scalar : null;
          case CORE + "bool" -> scalar != null && scalar.asBoolean() != null ? scalar : null;
          case CORE + "null" -> scalar == Scalar.NULL ? scalar : null;
          default -> Text.of(text);
        };
    if (value == null) {
      problems.accept(
          Problem.at(
              at,
              "The value is tagged !!%s, but it is none.".formatted(tag.substring(CORE.length())),
              "Leave the tag out, or write such a value."));
      value = Text.of(text);
    }
    return YamlScalar.resolved(at.file(), at.line(), at.column(), text, value);
  }

  @Override
  public void collectionTag(Position at, String tag, String expected, Consumer<Problem> problems) {}

  @Override
  public @Nullable String key(YamlScalar key, Consumer<Problem> problems) {
    String string =
        key.toNode() instanceof Scalar scalar ? KubernetesScalars.key(scalar) : key.string();
    if (string == null) {
      problems.accept(YamlDialect.noString(key));
    }
    return string;
  }

  @Override
  public boolean mergesMaps() {
    return true;
  }

  @Override
  public boolean lastKeyCounts() {
    return true;
  }

  private static @Nullable Text decoded(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return Text.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
