package dev.slipway.manifest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * How a string can be written so that YAML 1.1 and YAML 1.2 readers take it for exactly this
 * string.
 *
 * @see <a href="https://yaml.org/spec/1.1/">YAML 1.1</a>, as kubectl and the API server read it
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2</a>
 * @see <a href="https://yaml.org/type/">what YAML 1.1 takes for numbers, dates and booleans</a>
 */
enum YamlStyle {
  /** Plainly, and it has ASCII characters only. */
  PLAIN_ASCII,
  /** Plainly. */
  PLAIN,
  /** As a literal block, having several lines. */
  BLOCK,
  /** Only in double quotes. */
  QUOTED,
  /** Not at all: it is no Unicode, having a surrogate without its partner. */
  NONE;

  /** What one of the two versions, or a reader of one, takes for a boolean or null. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private static final int LONGEST_WORD = 5;

  /** Infinity and no-number, which may begin with a sign. */
  private static final Set<String> DOTTED_WORDS = Set.of(".inf", ".nan");

  private static final byte ORDINARY = 0;
  private static final byte SPACE = 1;
  private static final byte COLON = 2;
  private static final byte LINE_FEED = 3;
  private static final byte TAB = 4;
  private static final byte CONTROL = 5;
  private static final byte[] CLASSES = classes();

  /** ASCII characters that may begin a plain string, letters and digits aside. */
  private static final String PLAIN_STARTS = "_/$(^;\\+-.";

  /** What a number, date or time of either version may consist of, after its first digit. */
  private static final String OF_NUMBERS = "0123456789abcdefABCDEFxXoO_+-.:,";

  /** The most readable style that a string can be written in. */
  static YamlStyle of(String value) {
    char[] chars = value.toCharArray(); // until it is compiled, charAt takes twice as much
    int length = chars.length;
    if (length == 0) {
      return QUOTED;
    }
    boolean ascii = true;
    boolean lines = false;
    boolean plain = true;
    boolean block = true;
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      if (c < CLASSES.length) {
        switch (CLASSES[c]) {
          case ORDINARY -> {}
          case SPACE -> plain &= i + 1 < length && chars[i + 1] != '#';
          case COLON -> plain &= i + 1 < length && chars[i + 1] != ' ';
          case LINE_FEED -> lines = true;
          case TAB -> plain = false;
          default -> {
            plain = false;
            block = false;
          }
        }
      } else if (Character.isSurrogate(c)) {
        ascii = false;
        if (Surrogates.isLone(value, i)) {
          return NONE;
        }
      } else {
        ascii = false;
        plain &= isVisible(c);
        block &= isPrintable(c);
      }
    }
    if (lines) {
      return block && fitsBlock(value) ? BLOCK : QUOTED;
    }
    if (plain && startsPlain(value) && !looksTyped(value)) {
      return ascii ? PLAIN_ASCII : PLAIN;
    }
    return QUOTED;
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

  /**
   * Whether both versions allow a character of the basic plane beyond ASCII as it is. NEL, LS, PS
   * are left out, being line breaks in 1.1 only, and so is the byte order mark.
   */
  private static boolean isPrintable(char c) {
    return c >= 0xa0 && c <= 0xfffd && c != 0x2028 && c != 0x2029 && c != 0xfeff;
  }

  /**
   * Whether a character beyond ASCII is printable and seen as what it is: no odd space, nothing of
   * no width, nothing that turns the direction of writing.
   */
  static boolean isVisible(char c) {
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
    Arrays.fill(classes, 0, ' ', CONTROL);
    classes[0x7f] = CONTROL;
    classes[' '] = SPACE;
    classes[':'] = COLON;
    classes['\n'] = LINE_FEED;
    classes['\t'] = TAB;
    return classes;
  }
}
