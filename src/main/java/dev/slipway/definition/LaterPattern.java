package dev.slipway.definition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern that is compiled when the first string is held against it, which may be never. */
final class LaterPattern {
  private final String pattern;
  private @Nullable Pattern compiled;

  LaterPattern(String pattern) {
    this.pattern = pattern;
  }

  Matcher matcher(String string) {
    Pattern known = compiled;
    if (known == null) {
      known = Pattern.compile(pattern);
      compiled = known;
    }
    return known.matcher(string);
  }

  /** Whether it matches a string in whole. */
  boolean matches(String string) {
    return matcher(string).matches();
  }
}
