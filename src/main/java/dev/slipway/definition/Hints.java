package dev.slipway.definition;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that people know from elsewhere, and what stands in a file for them. */
final class Hints {
  private final Map<String, String> instead = new HashMap<>();

  /**
   * Remembers what to write for some words.
   *
   * @param yaml a field of the object with a value, on one line
   */
  void add(String yaml, String... words) {
    for (String word : words) {
      String other = instead.put(word.toLowerCase(Locale.ROOT), yaml);
      if (other != null) {
        throw new IllegalArgumentException("There are two hints for '%s'.".formatted(word));
      }
    }
  }

  /** What to write for a word, if that is known. */
  Optional<String> of(String word) {
    return Optional.ofNullable(instead.get(word.toLowerCase(Locale.ROOT)));
  }

  /** The field that is meant by a word, or null where that is not known. */
  @Nullable String field(String word) {
    return of(word).map(yaml -> yaml.substring(0, yaml.indexOf(':'))).orElse(null);
  }

  /** All that is to be written instead of something. */
  Set<String> all() {
    return new LinkedHashSet<>(instead.values());
  }
}
