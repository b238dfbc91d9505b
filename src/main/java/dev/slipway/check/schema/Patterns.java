package dev.slipway.check.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of schemas, which are those of Go's regexp, as on the server: their time grows as
 * the string does, whatever the pattern. What Go would not read is not judged.
 *
 * @see <a href="https://pkg.go.dev/regexp/syntax">Syntax of Go's regexp</a>
 */
final class Patterns {
  /** In characters; the time to read one grows faster than it does. */
  private static final int LONGEST = 2_000;

  /** In characters as well, when what is in braces is written out, which is how re2j holds it. */
  private static final int LARGEST = 100_000;

  private static final java.util.regex.Pattern REPEAT =
      java.util.regex.Pattern.compile("\\{([0-9]{1,4})(?:,([0-9]{0,4}))?}");

  private final Map<String, Optional<Pattern>> compiled = new HashMap<>();

  /** Whether a string certainly does not match. */
  boolean refuses(String pattern, String written) {
    @Nullable Pattern known = compiled.computeIfAbsent(pattern, Patterns::compile).orElse(null);
    return known != null && !known.matcher(written).find();
  }

  private static Optional<Pattern> compile(String pattern) {
    if (pattern.length() > LONGEST || isLarge(pattern)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /** Go refuses nested repeats of more than a thousand in all; re2j would make them all. */
  private static boolean isLarge(String pattern) {
    Matcher repeat = REPEAT.matcher(pattern);
    Deque<Long> around = new ArrayDeque<>();
    long before = 0;
    long last = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '(') {
        around.push(before + last);
        before = 0;
        last = 0;
      } else if (c == ')' && !around.isEmpty()) {
        last += before;
        before = around.pop();
      } else if (c == '{' && repeat.region(i, pattern.length()).lookingAt()) {
        last *= times(repeat);
        i = repeat.end() - 1;
      } else {
        before += last;
        last = 1;
      }
      if (before + last > LARGEST) {
        return true;
      }
    }
    return false;
  }

  private static int times(Matcher repeat) {
    int least = Integer.parseInt(repeat.group(1));
    @Nullable String most = repeat.group(2);
    return Math.max(1, most == null || most.isEmpty() ? least : Integer.parseInt(most));
  }
}
