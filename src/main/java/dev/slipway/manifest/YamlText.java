package dev.slipway.manifest;

import java.util.Locale;
import java.util.Set;

/**
 * Writes strings so that YAML 1.1 and YAML 1.2 readers take them for exactly these strings.
 *
 * @see <a href="https://yaml.org/spec/1.1/">YAML 1.1</a>, as kubectl and the API server read it
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2</a>
 * @see <a href="https://yaml.org/type/">what YAML 1.1 takes for numbers, dates and booleans</a>
 */
final class YamlText {
  /** What one of the two versions, or a reader of one, takes for a boolean or null. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private static final int LONGEST_WORD = 5;

  /** Infinity and no-number, which may begin with a sign. */
  private static final Set<String> DOTTED_WORDS = Set.of(".inf", ".nan");

  private static final String SPACES = " ".repeat(64);
  private static final String HEX = "0123456789abcdef";

  private static final byte PLAIN = 0;
  private static final byte SPACE = 1;
  private static final byte COLON = 2;
  private static final byte HASH = 3;
  private static final byte LINE_FEED = 4;
  private static final byte TAB = 5;
  private static final byte CONTROL = 6;
  private static final byte[] CLASSES = classes();

  /** ASCII characters that may begin a plain string, letters and digits aside. */
  private static final String PLAIN_STARTS = "_/$(^;\\+-.";

  /** What a number, date or time of either version may consist of, after its first digit. */
  private static final String OF_NUMBERS = "0123456789abcdefABCDEFxXoO_+-.:,";

  private YamlText() {}

  /**
   * Appends a string and the end of its line; further lines, if it has any, are indented.
   *
   * @return false if the string is no Unicode, having a surrogate without its partner
   */
  static boolean append(StringBuilder out, String value, int indent) {
    int kind = kindOf(value);
    switch (kind) {
      case KIND_PLAIN -> out.append(value).append('\n');
      case KIND_LINES -> appendBlock(out, value, indent);
      case KIND_OTHER -> {
        appendQuoted(out, value);
        out.append('\n');
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /**
   * Appends a string within one line, as a key must be.
   *
   * @return false if the string is no Unicode, having a surrogate without its partner
   */
  static boolean appendLine(StringBuilder out, String value) {
    int kind = kindOf(value);
    if (kind == KIND_PLAIN) {
      out.append(value);
    } else if (kind == KIND_BROKEN) {
      return false;
    } else {
      appendQuoted(out, value);
    }
    return true;
  }

  private static final int KIND_PLAIN = 0;
  private static final int KIND_LINES = 1;
  private static final int KIND_OTHER = 2;
  private static final int KIND_BROKEN = 3;

  private static int kindOf(String value) {
    int length = value.length();
    if (length == 0) {
      return KIND_OTHER;
    }
    boolean lines = false;
    boolean plain = true;
    boolean block = true;
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c < CLASSES.length) {
        switch (CLASSES[c]) {
          case PLAIN -> {}
          case SPACE -> plain &= i + 1 < length && value.charAt(i + 1) != '#';
          case COLON -> plain &= i + 1 < length && value.charAt(i + 1) != ' ';
          case HASH -> {} // harmless but after a space
          case LINE_FEED -> lines = true;
          case TAB -> plain = false;
          default -> {
            plain = false;
            block = false;
          }
        }
      } else if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == length
            || !Character.isLowSurrogate(value.charAt(i + 1))) {
          return KIND_BROKEN;
        }
        i++;
      } else {
        plain &= isVisible(c);
        block &= isPrintable(c);
      }
    }
    if (lines) {
      return block && fitsBlock(value) ? KIND_LINES : KIND_OTHER;
    }
    return plain && startsPlain(value) && !looksTyped(value) ? KIND_PLAIN : KIND_OTHER;
  }

  /** Whether a string of several printable lines says which of them belong to a literal block. */
  private static boolean fitsBlock(String value) {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == '\n') {
      end--;
    }
    int lastLine = value.lastIndexOf('\n', end - 1) + 1;
    for (int i = lastLine; i < end; i++) {
      char c = value.charAt(i);
      if (c != ' ' && c != '\t') {
        return true;
      }
    }
    return false; // nothing but white space at the end: readers differ on what is kept of it
  }

  private static boolean startsPlain(String value) {
    char first = value.charAt(0);
    if (isLetter(first) || isDigit(first) || first >= CLASSES.length) {
      return true;
    }
    if (PLAIN_STARTS.indexOf(first) < 0) {
      return false;
    }
    if (first == '-') {
      return value.length() > 1 && value.charAt(1) != ' ' && !value.startsWith("---");
    }
    return !value.startsWith("...");
  }

  /** Whether some reader would take the string, written plainly, for something else. */
  private static boolean looksTyped(String value) {
    char first = value.charAt(0);
    if (isLetter(first)) {
      return value.length() <= LONGEST_WORD && WORDS.contains(value.toLowerCase(Locale.ROOT));
    }
    boolean signed = first == '+' || first == '-';
    if (!signed && first != '.' && !isDigit(first)) {
      return false;
    }
    return isDated(value)
        || isNumeric(value)
        || DOTTED_WORDS.contains(value.substring(signed ? 1 : 0).toLowerCase(Locale.ROOT));
  }

  /** Whether the string has nothing but what numbers and times are made of: not only letters. */
  private static boolean isNumeric(String value) {
    boolean letters = false;
    boolean digits = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (OF_NUMBERS.indexOf(c) < 0) {
        return false;
      }
      letters |= isLetter(c);
      digits |= isDigit(c);
    }
    return digits || !letters;
  }

  /** Whether the string begins as a date does: four digits, a dash, a digit. */
  private static boolean isDated(String value) {
    if (value.length() < 6 || value.charAt(4) != '-' || !isDigit(value.charAt(5))) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      if (!isDigit(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Appends so many spaces. */
  static void indent(StringBuilder out, int spaces) {
    for (int left = spaces; left > 0; left -= SPACES.length()) {
      out.append(SPACES, 0, Math.min(left, SPACES.length()));
    }
  }

  private static void appendBlock(StringBuilder out, String value, int indent) {
    int length = value.length();
    out.append('|');
    if (startsIndented(value)) {
      out.append('2'); // the indentation below the parent, which readers cannot find out here
    }
    boolean ended = value.charAt(length - 1) == '\n';
    if (!ended) {
      out.append('-');
    } else if (value.charAt(length - 2) == '\n') {
      out.append('+');
    }
    out.append('\n');
    int start = 0;
    while (start < length) {
      int end = value.indexOf('\n', start);
      int next = end < 0 ? length : end;
      if (next > start) {
        indent(out, indent);
        out.append(value, start, next);
      }
      out.append('\n');
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

  private static void appendQuoted(StringBuilder out, String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || (c >= 0x7f && !Character.isSurrogate(c) && !isVisible(c))) {
            appendEscape(out, c);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static void appendEscape(StringBuilder out, char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xf));
    }
  }

  /**
   * Whether both versions allow a character of the basic plane beyond ASCII as it is. NEL, LS, PS are
   * left out, being line breaks in 1.1 only, and so is the byte order mark.
   */
  private static boolean isPrintable(char c) {
    return c >= 0xa0 && c <= 0xfffd && c != 0x2028 && c != 0x2029 && c != 0xfeff;
  }

  /**
   * Whether a character beyond ASCII is printable and seen as what it is: no odd space, nothing of no
   * width, nothing that turns the direction of writing.
   */
  private static boolean isVisible(char c) {
    return isPrintable(c)
        && c != 0xa0
        && c != 0xad
        && !(c >= 0x2000 && c <= 0x200f)
        && !(c >= 0x202a && c <= 0x202f)
        && !(c >= 0x205f && c <= 0x206f)
        && c != 0x3000
        && !(c >= 0xfff9 && c <= 0xfffb);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static byte[] classes() {
    byte[] classes = new byte[128];
    java.util.Arrays.fill(classes, 0, ' ', CONTROL);
    classes[0x7f] = CONTROL;
    classes[' '] = SPACE;
    classes[':'] = COLON;
    classes['#'] = HASH;
    classes['\n'] = LINE_FEED;
    classes['\t'] = TAB;
    return classes;
  }
}
