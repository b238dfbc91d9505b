package dev.slipway.manifest;

/** Writes strings in the style that {@link YamlStyle} finds for them. */
final class YamlText {
  private static final String HEX = "0123456789abcdef";

  private YamlText() {}

  /**
   * Appends a string and the end of its line; further lines, if it has any, are indented.
   *
   * @return false if the string is no Unicode, having a surrogate without its partner
   */
  static boolean append(Utf8 out, String value, int indent) {
    switch (YamlStyle.of(value)) {
      case PLAIN_ASCII -> out.ascii(value);
      case PLAIN -> out.text(value, 0, value.length());
      case BLOCK -> {
        appendBlock(out, value, indent);
        return true;
      }
      case QUOTED -> appendQuoted(out, value);
      case NONE -> {
        return false;
      }
    }
    out.ascii('\n');
    return true;
  }

  /**
   * Appends a string within one line, as a key must be.
   *
   * @return false if the string is no Unicode, having a surrogate without its partner
   */
  static boolean appendLine(Utf8 out, String value) {
    switch (YamlStyle.of(value)) {
      case PLAIN_ASCII -> out.ascii(value);
      case PLAIN -> out.text(value, 0, value.length());
      case BLOCK, QUOTED -> appendQuoted(out, value);
      case NONE -> {
        return false;
      }
    }
    return true;
  }

  private static void appendBlock(Utf8 out, String value, int indent) {
    int length = value.length();
    out.ascii('|');
    if (startsIndented(value)) {
      out.ascii('2'); // the indentation below the parent, which readers cannot find out here
    }
    boolean ended = value.charAt(length - 1) == '\n';
    if (!ended) {
      out.ascii('-');
    } else if (value.charAt(length - 2) == '\n') {
      out.ascii('+');
    }
    out.ascii('\n');
    int start = 0;
    while (start < length) {
      int end = value.indexOf('\n', start);
      int next = end < 0 ? length : end;
      if (next > start) {
        out.spaces(indent);
        out.text(value, start, next);
      }
      out.ascii('\n');
      start = next + 1;
    }
  }

  /** Whether the first line that is not empty begins with white space. */
  private static boolean startsIndented(String value) {
    int i = 0;
    while (value.charAt(i) == '\n') {
      i++;
    }
    return value.charAt(i) == ' ' || value.charAt(i) == '\t';
  }

  private static void appendQuoted(Utf8 out, String value) {
    out.ascii('"');
    int length = value.length();
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.ascii("\\\"");
        case '\\' -> out.ascii("\\\\");
        case '\n' -> out.ascii("\\n");
        case '\r' -> out.ascii("\\r");
        case '\t' -> out.ascii("\\t");
        default -> {
          if (c >= ' ' && c < 0x7f) {
            out.ascii(c);
          } else if (Character.isHighSurrogate(c)) {
            out.text(value, i, i + 2);
            i++;
          } else if (c >= 0x80 && YamlStyle.isVisible(c)) {
            out.text(value, i, i + 1);
          } else {
            appendEscape(out, c);
          }
        }
      }
    }
    out.ascii('"');
  }

  private static void appendEscape(Utf8 out, char c) {
    out.ascii("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.ascii(HEX.charAt((c >> shift) & 0xf));
    }
  }
}
