package dev.slipway.manifest;

import java.util.function.Predicate;

/**
 * Which ASCII characters a name may have at its beginning, within it and at its end. Every name of
 * an environment is looked at several times; a regular expression would take five times as long.
 */
final class NameForm implements Predicate<String> {
  private final boolean[] first;
  private final boolean[] within;
  private final boolean[] last;

  private NameForm(boolean[] first, boolean[] within, boolean[] last) {
    this.first = first;
    this.within = within;
    this.last = last;
  }

  /** Names that begin with, and so far have, these characters alone. */
  static NameForm beginning(String characters) {
    boolean[] table = table(characters);
    return new NameForm(table, table, table);
  }

  /** These names, with these characters after the first one. */
  NameForm within(String characters) {
    boolean[] table = table(characters);
    return new NameForm(first, table, table);
  }

  /** These names, where the last of several characters is one of these. */
  NameForm ending(String characters) {
    return new NameForm(first, within, table(characters));
  }

  @Override
  public boolean test(String name) {
    int end = name.length() - 1;
    if (end < 0 || !has(first, name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < end; i++) {
      if (!has(within, name.charAt(i))) {
        return false;
      }
    }
    return end == 0 || has(last, name.charAt(end));
  }

  private static boolean has(boolean[] table, char c) {
    return c < table.length && table[c];
  }

  private static boolean[] table(String characters) {
    boolean[] table = new boolean[128];
    for (int i = 0; i < characters.length(); i++) {
      table[characters.charAt(i)] = true;
    }
    return table;
  }
}
