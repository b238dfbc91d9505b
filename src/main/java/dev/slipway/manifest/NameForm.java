package dev.slipway.manifest;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * Which ASCII characters a name may have at its beginning, within it and at its end; none may have
 * a question mark. Every name of an environment is looked at several times; a regular expression
 * would take five times as long, and a string's characters, one by one, twice.
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
    byte[] bytes = bytes(name);
    return test(bytes, 0, bytes.length);
  }

  /** Whether a part of a name is such a name. */
  boolean test(byte[] name, int start, int end) {
    int last = end - 1;
    if (last < start || !first[name[start] & 0xff]) {
      return false;
    }
    for (int i = start + 1; i < last; i++) {
      if (!within[name[i] & 0xff]) {
        return false;
      }
    }
    return last == start || this.last[name[last] & 0xff];
  }

  /** A name as this looks at it: what has no byte of its own is a question mark. */
  static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean[] table(String characters) {
    boolean[] table = new boolean[256];
    for (int i = 0; i < characters.length(); i++) {
      table[characters.charAt(i)] = true;
    }
    return table;
  }
}
