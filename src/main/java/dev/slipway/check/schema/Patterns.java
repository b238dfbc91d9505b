package dev.slipway.check.schema;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of schemas, which Go's regexp reads on the server. What can be written there and not
 * here is not judged; nor is what would take long, for Go's never does.
 *
 * @see <a href="https://pkg.go.dev/regexp/syntax">Syntax of Go's regexp</a>
 */
final class Patterns {
  private static final int LONGEST = 1_000;
  private static final int LONGEST_PATTERN = 2_000;
  private static final int MOST_STEPS = 200_000;
  private static final int MOST_STEPS_IN_ALL = 50_000_000;

  private final Map<String, Optional<Pattern>> compiled = new HashMap<>();
  private int stepsInAll;

  /** Whether a string certainly does not match. */
  boolean refuses(String pattern, String written) {
    @Nullable Pattern known = compiled.computeIfAbsent(pattern, Patterns::compile).orElse(null);
    if (known == null || written.length() > LONGEST || stepsInAll > MOST_STEPS_IN_ALL) {
      return false;
    }
    int[] steps = new int[1];
    try {
      return !known.matcher(new Bounded(written, 0, written.length(), steps)).find();
    } catch (TooLong e) {
      compiled.put(pattern, Optional.empty());
      return false;
    } finally {
      stepsInAll += steps[0];
    }
  }

  private static Optional<Pattern> compile(String pattern) {
    if (pattern.length() > LONGEST_PATTERN) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(translated(pattern), Pattern.UNIX_LINES));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /** The same pattern in Java's words. */
  private static String translated(String go) {
    StringBuilder java = new StringBuilder();
    int at = 0;
    while (at < go.length()) {
      char c = go.charAt(at);
      if (c == '\\' && at + 1 < go.length()) {
        java.append(c).append(go.charAt(at + 1));
        at += 2;
      } else if (c == '[') {
        at = appendClass(go, at, java);
      } else if (go.startsWith("(?P<", at)) {
        java.append("(?<");
        at += 4;
      } else if (c == '$') {
        java.append("\\z"); // Java's takes a line's end before it
        at++;
      } else {
        refuseFlags(go, at);
        java.append(c);
        at++;
      }
    }
    return java.toString();
  }

  /** With {@code m} or {@code U}, ends and quantifiers mean something else. */
  private static void refuseFlags(String go, int at) {
    for (int i = at + 2; go.startsWith("(?", at) && i < go.length(); i++) {
      char flag = go.charAt(i);
      if (flag == 'm' || flag == 'U') {
        throw new PatternSyntaxException("Flag " + flag, go, i);
      }
      if (!Character.isLetter(flag) && flag != '-') {
        return;
      }
    }
  }

  /** In a class, Go takes brackets and ampersands for themselves; gives where it ends. */
  private static int appendClass(String go, int start, StringBuilder java) {
    int at = start + 1;
    java.append('[');
    if (at < go.length() && go.charAt(at) == '^') {
      java.append('^');
      at++;
    }
    int first = at;
    while (at < go.length()) {
      char c = go.charAt(at);
      int named = go.startsWith("[:", at) ? go.indexOf(":]", at) : -1;
      if (named >= 0) {
        java.append(posix(go.substring(at + 2, named)));
        at = named + 1;
      } else if (c == '\\' && at + 1 < go.length()) {
        java.append(c).append(go.charAt(++at));
      } else if (c == ']' && at > first) {
        java.append(']');
        return at + 1;
      } else if (c == '[' || c == ']' || c == '&') {
        java.append('\\').append(c);
      } else {
        java.append(c);
      }
      at++;
    }
    return at;
  }

  private static String posix(String name) {
    boolean not = name.startsWith("^");
    String plain = not ? name.substring(1) : name;
    return switch (plain) {
      case "" -> throw new PatternSyntaxException("No class", name, 0);
      case "word" -> not ? "\\W" : "\\w";
      case "ascii" -> not ? "\\P{ASCII}" : "\\p{ASCII}";
      case "xdigit" -> not ? "\\P{XDigit}" : "\\p{XDigit}";
      default ->
          (not ? "\\P{" : "\\p{")
              + plain.substring(0, 1).toUpperCase(Locale.ROOT)
              + plain.substring(1)
              + "}";
    };
  }

  /** Says that it would take too long to tell whether a string matches. */
  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLong() {
      super("Too many steps", null, false, false);
    }
  }

  /** A string that is looked at only so often. */
  private record Bounded(String text, int from, int to, int[] steps) implements CharSequence {

    @Override
    public char charAt(int index) {
      if (++steps[0] > MOST_STEPS) {
        throw new TooLong();
      }
      return text.charAt(from + index);
    }

    @Override
    public int length() {
      return to - from;
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Bounded(text, from + start, from + end, steps);
    }

    @Override
    public String toString() {
      return text.substring(from, to);
    }
  }
}
