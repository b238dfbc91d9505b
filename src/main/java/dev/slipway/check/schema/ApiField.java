package dev.slipway.check.schema;

/**
 * A field of a definition, in some releases.
 *
 * @param type as {@link SchemaText} writes it, with the whole names of definitions
 */
record ApiField(String name, boolean required, String type, Releases releases) {

  /** A part of a definition's line. */
  static ApiField of(String part, String scope) {
    int space = part.indexOf(' ');
    int at = part.lastIndexOf('@');
    boolean required = part.charAt(space - 1) == '!';
    String type = part.substring(space + 1, at < 0 ? part.length() : at);
    return new ApiField(
        part.substring(0, required ? space - 1 : space),
        required,
        whole(type, scope),
        at < 0 ? Releases.ALL : Releases.of(part.substring(at + 1)));
  }

  private static String whole(String type, String scope) {
    int start = 0;
    while (start < type.length() && isAround(type.charAt(start))) {
      start++;
    }
    return start < type.length() && type.charAt(start) == '.'
        ? type.substring(0, start) + scope + type.substring(start)
        : type;
  }

  /** Whether a type is the name of a definition. */
  static boolean isDefinition(String type) {
    return type.length() > 1 && type.charAt(1) != '(' && Character.isLetter(type.charAt(0));
  }

  private static boolean isAround(char sign) {
    return sign == '[' || sign == '{' || sign == '~' || sign == '?';
  }
}
