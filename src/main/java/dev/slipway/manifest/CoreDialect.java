package dev.slipway.manifest;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** YAML 1.2 with the core schema, and nothing beside it. */
final class CoreDialect implements YamlDialect {
  static final String CORE = "tag:yaml.org,2002:";

  @Override
  public YamlScalar untagged(
      String file, int line, int column, String text, boolean plain, Consumer<Problem> problems) {
    if (!plain) {
      return YamlScalar.string(file, line, column, text);
    }
    if (CoreScalars.isBeyond(text)) {
      problems.accept(YamlDialect.beyond(new Position(file, line, column)));
    }
    return YamlScalar.plain(file, line, column, text);
  }

  @Override
  public YamlScalar tagged(Position at, String tag, String text, Consumer<Problem> problems) {
    Node value = null;
    boolean known = true;
    if (tag.equals("!") || tag.equals(CORE + "str")) {
      value = Text.of(text);
    } else {
      Scalar scalar = CoreScalars.resolve(text);
      switch (tag) {
        case CORE + "int" -> value = isInteger(scalar) ? scalar : null;
        case CORE + "float" -> value = scalar != null && scalar.isNumber() ? scalar : null;
        case CORE + "bool" -> value = scalar != null && scalar.asBoolean() != null ? scalar : null;
        case CORE + "null" -> value = scalar == Scalar.NULL ? scalar : null;
        default -> known = false;
      }
    }
    if (!known) {
      problems.accept(unknown(at, tag));
    } else if (value == null) {
      problems.accept(
          Problem.at(
              at,
              "The value is tagged %s, but it is none.".formatted(shown(tag)),
              "Leave the tag out, or write such a value."));
    }
    return YamlScalar.resolved(
        at.file(), at.line(), at.column(), text, value == null ? Text.of(text) : value);
  }

  @Override
  public void collectionTag(Position at, String tag, String expected, Consumer<Problem> problems) {
    if (!tag.equals("!") && !tag.equals(CORE + expected)) {
      problems.accept(unknown(at, tag));
    }
  }

  @Override
  public @Nullable String key(YamlScalar key, Consumer<Problem> problems) {
    String string = key.string();
    if (string == null) {
      problems.accept(YamlDialect.noString(key));
    }
    return string;
  }

  @Override
  public boolean mergesMaps() {
    return false;
  }

  @Override
  public boolean lastKeyCounts() {
    return false;
  }

  private static boolean isInteger(@Nullable Scalar scalar) {
    return scalar != null && scalar.asDecimal() != null && scalar.asDecimal().scale() <= 0;
  }

  private static Problem unknown(Position at, String tag) {
    return Problem.at(
        at,
        "The tag %s means nothing here.".formatted(shown(tag)),
        "Leave it out; put a value that begins with '!' in quotes.");
  }

  private static String shown(String tag) {
    if (tag.startsWith(CORE)) {
      return "!!" + tag.substring(CORE.length());
    }
    return tag.startsWith("!") ? tag : "!<" + tag + ">";
  }
}
