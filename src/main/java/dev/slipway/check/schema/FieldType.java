package dev.slipway.check.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field takes: a type of {@link SchemaText}, taken apart. */
final class FieldType {
  /** The sign of what a definition describes; the text writes only the definition's name. */
  static final char DEFINED = '.';

  private final char sign;
  private final @Nullable FieldType item;
  private final String definition;
  private final List<String> allowed;
  private @Nullable ApiType defined;

  private FieldType(char sign, @Nullable FieldType item, String definition, List<String> allowed) {
    this.sign = sign;
    this.item = item;
    this.definition = definition;
    this.allowed = allowed;
  }

  /**
   * A type as it is written.
   *
   * @param scope the package of definitions whose names begin with a dot
   */
  static FieldType of(String written, String scope) {
    char sign = written.charAt(0);
    if (written.length() == 1) {
      return new FieldType(sign, null, "", List.of());
    }
    return switch (sign) {
      case '[', '{', '~', '?' ->
          new FieldType(sign, of(written.substring(1), scope), "", List.of());
      case '.' -> defined(scope.concat(written));
      default ->
          written.charAt(1) == '('
              ? new FieldType(sign, null, "", words(written.substring(2, written.length() - 1)))
              : defined(written);
    };
  }

  /** What a definition describes. */
  static FieldType defined(String definition) {
    return new FieldType(DEFINED, null, definition, List.of());
  }

  private static List<String> words(String written) {
    return List.of(written.split(",", -1));
  }

  char sign() {
    return sign;
  }

  boolean isDefined() {
    return sign == DEFINED;
  }

  /** What the items of a list or a map are, or what is behind another sign. */
  FieldType item() {
    if (item == null) {
      throw new IllegalStateException("The type '" + sign + "' is of nothing.");
    }
    return item;
  }

  /** The definition of what one describes. */
  ApiType definition(KubernetesApi api) {
    ApiType known = defined;
    if (known == null) {
      known = api.type(definition);
      defined = known;
    }
    return known;
  }

  /** The strings that a field takes; empty if it takes any. */
  List<String> allowed() {
    return allowed;
  }
}
