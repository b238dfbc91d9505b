package dev.slipway.check.schema;

import java.nio.charset.StandardCharsets;

/**
 * Parts of {@link SchemaText} that are in the order of their names, and the index before them: for
 * each a sign and, in digits, where it begins. One is found by halving the index, and only what is
 * asked for is read.
 */
final class Parts {
  /** What stands behind a name comes before all of which names are made: this, or less. */
  private static final char BEHIND_NAME = '!';

  private final byte[] text;
  private final int origin;
  private final int index;
  private final int width;
  private final int end;
  private final int size;

  /**
   * The parts behind an index.
   *
   * @param origin from where the index counts
   * @param index where it begins; behind the end if there is none
   * @param width of an entry: the sign and the digits
   * @param end where the last part ends
   */
  Parts(byte[] text, int origin, int index, int width, int end) {
    this.text = text;
    this.origin = origin;
    this.index = index;
    this.width = width;
    this.end = end;
    this.size = index < end ? (start(0) - index) / width : 0;
  }

  int size() {
    return size;
  }

  /** What stands before a part's offset. */
  char sign(int part) {
    return (char) text[index + part * width];
  }

  /** Where a part begins. */
  int start(int part) {
    int last = index + (part + 1) * width;
    int offset = 0;
    for (int i = last - width + 1; i < last; i++) {
      offset = 10 * offset + text[i] - '0';
    }
    return origin + offset;
  }

  /** Where a part ends: before the one character between it and the next. */
  int end(int part) {
    return part + 1 < size ? start(part + 1) - 1 : end;
  }

  String name(int part) {
    int start = start(part);
    int end = start;
    while (text[end] > BEHIND_NAME) {
      end++;
    }
    return string(start, end);
  }

  /** The part with a name, or -1; the last one if there are several. */
  int find(String name) {
    byte[] wanted = name.getBytes(StandardCharsets.ISO_8859_1); // the quickest; the text is ASCII
    for (byte each : wanted) {
      if (each <= BEHIND_NAME) {
        return -1;
      }
    }
    int low = 0;
    int high = size - 1;
    int below = 0;
    int above = 0;
    int found = -1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int start = start(middle);
      // As much as the wanted name has in common with one below it and one above it, it has with
      // all between them.
      int same = Math.min(below, above);
      while (same < wanted.length && text[start + same] == wanted[same]) {
        same++;
      }
      if (text[start + same] > (same < wanted.length ? wanted[same] : BEHIND_NAME)) {
        high = middle - 1;
        above = same;
      } else {
        low = middle + 1;
        below = same;
        found = same == wanted.length ? middle : found;
      }
    }
    return found;
  }

  @SuppressWarnings("deprecation") // the text is ASCII, and this is the quick way
  String string(int start, int end) {
    return new String(text, 0, start, end - start);
  }
}
