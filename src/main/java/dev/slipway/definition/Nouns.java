package dev.slipway.definition;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English, as far as messages need it. */
final class Nouns {
  /** What a noun begins with, and what says more of it: "mount" and " of a Secret". */
  private static final Pattern HEAD = Pattern.compile("(.+?)( (?:of|for|in|with) .*)");

  private static final Pattern PLURAL = Pattern.compile(".*[^sui]s");

  private Nouns() {}

  /** "a node group", "an environment", "resources". */
  static String withArticle(String noun) {
    if (isPlural(noun)) {
      return noun;
    }
    boolean vowel = "aeiouAEIOU".indexOf(noun.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + noun;
  }

  /** "A node group has", "Resources have". */
  static String has(String noun) {
    return capitalized(withArticle(noun)) + (isPlural(noun) ? " have" : " has");
  }

  /** "This node group has", "These resources have". */
  static String thisHas(String noun) {
    return (isPlural(noun) ? "These " : "This ") + noun + (isPlural(noun) ? " have" : " has");
  }

  /** Whether a noun, as those of definitions go, is one for several things. */
  private static boolean isPlural(String noun) {
    Matcher more = HEAD.matcher(noun);
    return PLURAL.matcher(more.matches() ? more.group(1) : noun).matches();
  }

  /** "node groups", "policies", "classes", "patches", "mounts of a Secret". */
  static String plural(String noun) {
    Matcher more = HEAD.matcher(noun);
    if (more.matches()) {
      return plural(more.group(1)) + more.group(2);
    }
    if (isPlural(noun)) {
      return noun;
    }
    if (noun.endsWith("y") && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun.matches(".*(s|x|ch|sh)") ? noun + "es" : noun + "s";
  }

  static String capitalized(String phrase) {
    return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
  }

  /** "NodeGroup" for "node group". */
  static String joined(String noun) {
    StringBuilder joined = new StringBuilder();
    for (String word : noun.split("[ -]")) {
      joined.append(capitalized(word));
    }
    return joined.toString();
  }

  /** "'a', 'b' and 'c'". */
  static String quoted(List<String> words, String conjunction) {
    return listed(words.stream().map(word -> "'" + word + "'").toList(), conjunction);
  }

  /** "a, b and c". */
  static String listed(List<String> words, String conjunction) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " " + conjunction + " " + words.get(last);
  }
}
