package dev.slipway.definition;

import java.util.List;

/**
 * How a type is put in words.
 *
 * @param many whether several values are meant: "strings" instead of "a string"
 * @param markdown whether it is for a page, with links to the definitions, and not for a message
 */
record Wording(boolean many, boolean markdown) {
  static final Wording PLAIN = new Wording(false, false);
  static final Wording MARKDOWN = new Wording(false, true);

  Wording plural() {
    return new Wording(true, markdown);
  }

  /** One or several of what {@code noun} names, with an article where it is one. */
  String of(String noun) {
    return many ? Nouns.plural(noun) : Nouns.withArticle(noun);
  }

  /** One or several objects. */
  String of(Definition<?> definition) {
    String noun = definition.noun();
    if (!markdown) {
      return many ? "maps that describe " + Nouns.plural(noun) : "a map that describes " + of(noun);
    }
    return link(of(noun), definition);
  }

  /** Some words that lead to a definition. */
  String link(String words, Definition<?> definition) {
    return markdown ? "[%s](#%s)".formatted(words, ReferencePage.anchor(definition)) : words;
  }

  /** Something as it stands in a file. */
  String code(String yaml) {
    return markdown ? "`" + yaml + "`" : yaml;
  }

  /** One of several words as they stand in a file. */
  String codes(List<String> words, String conjunction) {
    return markdown
        ? Nouns.listed(words.stream().map(this::code).toList(), conjunction)
        : Nouns.quoted(words, conjunction);
  }
}
