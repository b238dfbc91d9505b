package dev.slipway.manifest;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;

/** Finds what a user probably meant. */
public final class Suggestions {
  private static final int SHORTEST_STEM = 3;

  private Suggestions() {}

  /**
   * The candidate nearest to a misspelt word: at most a third of its letters (at least one, at most
   * three, but never all) inserted, deleted, changed or swapped with a neighbour, whatever the
   * case; else one that begins with it or that it begins with.
   */
  public static Optional<String> closest(String word, Collection<String> candidates) {
    int allowed = Math.min(word.length() - 1, Math.max(1, Math.min(3, word.length() / 3)));
    String lower = word.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .filter(c -> cost(lower, c.toLowerCase(Locale.ROOT)) <= allowed)
        .min(
            Comparator.<String>comparingInt(c -> cost(lower, c.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The edits between two words; an end left out counts as one, if the words are long enough. */
  private static int cost(String word, String candidate) {
    int shorter = Math.min(word.length(), candidate.length());
    boolean cut =
        shorter >= SHORTEST_STEM && (candidate.startsWith(word) || word.startsWith(candidate));
    if (cut && word.length() != candidate.length()) {
      return 1;
    }
    return Math.abs(word.length() - candidate.length()) > 3
        ? Integer.MAX_VALUE
        : distance(word, candidate);
  }

  /** "Did you mean 'x'?", or an empty string where nothing is near. */
  public static String didYouMean(String word, Collection<String> candidates) {
    return closest(word, candidates).map(c -> "Did you mean '" + c + "'?").orElse("");
  }

  /**
   * That something has nothing of a name, what it has, and what was probably meant: {@code
   * Application 'hs' has no Service 'web'; it has none.}
   */
  public static String unknown(
      String owner, String what, String name, Collection<String> candidates) {
    String hint = didYouMean(name, candidates);
    return "%s has no %s '%s'; it has %s.%s"
        .formatted(
            owner,
            what,
            name,
            candidates.isEmpty() ? "none" : String.join(", ", new LinkedHashSet<>(candidates)),
            hint.isEmpty() ? "" : " " + hint);
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
