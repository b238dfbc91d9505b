package dev.slipway.manifest;

/** Finds what a Java string can hold and no encoding of Unicode: half of a surrogate pair. */
final class Surrogates {
  private Surrogates() {}

  /** The index of the first surrogate without its partner, or -1. */
  static int firstLone(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isLone(text, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a character is a surrogate without its partner. */
  static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
