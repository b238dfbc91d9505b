package dev.slipway.manifest;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Text on its way into a stream, kept as UTF-8 from the start: encoding it chunk by chunk would
 * cost two copies of every byte, which is most of what writing costs at all.
 */
final class Utf8 {
  private static final int CHUNK = 1 << 15;
  private static final byte[] SPACES = spaces();

  private final OutputStream to;
  private byte[] bytes = new byte[CHUNK + CHUNK / 4];
  private int size;

  Utf8(OutputStream to) {
    this.to = to;
  }

  int size() {
    return size;
  }

  /** Appends one ASCII character. */
  void ascii(char c) {
    ensure(1);
    bytes[size++] = (byte) c;
  }

  /** Appends a string that has only ASCII characters. */
  void ascii(String text) {
    ascii(text, 0, text.length());
  }

  /** Appends a part of a string that has only ASCII characters. */
  @SuppressWarnings(
      "deprecation") // cuts characters to bytes without looking: right for ASCII alone
  void ascii(String text, int start, int end) {
    ensure(end - start);
    text.getBytes(start, end, bytes, size);
    size += end - start;
  }

  /** Appends a part of a string whose surrogates all stand in pairs. */
  void text(String text, int start, int end) {
    ensure(3 * (end - start));
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes[size++] = (byte) c;
      } else if (c < 0x800) {
        bytes[size++] = (byte) (0xc0 | (c >> 6));
        continuation(c);
      } else if (Character.isHighSurrogate(c)) {
        int codePoint = Character.toCodePoint(c, text.charAt(++i));
        bytes[size++] = (byte) (0xf0 | (codePoint >> 18));
        continuation(codePoint >> 12);
        continuation(codePoint >> 6);
        continuation(codePoint);
      } else {
        bytes[size++] = (byte) (0xe0 | (c >> 12));
        continuation(c >> 6);
        continuation(c);
      }
    }
  }

  /** Appends so many spaces. */
  void spaces(int count) {
    ensure(count);
    for (int left = count; left > 0; left -= SPACES.length) {
      int now = Math.min(left, SPACES.length);
      System.arraycopy(SPACES, 0, bytes, size, now);
      size += now;
    }
  }

  /** Puts two ASCII characters before what was appended since the size was {@code at}. */
  void insert(int at, char first, char second) {
    ensure(2);
    System.arraycopy(bytes, at, bytes, at + 2, size - at);
    bytes[at] = (byte) first;
    bytes[at + 1] = (byte) second;
    size += 2;
  }

  /** Passes on what there is once it is worth a call. */
  void passIfFull() throws IOException {
    if (size >= CHUNK) {
      pass();
    }
  }

  /** Passes on what there is. */
  void pass() throws IOException {
    to.write(bytes, 0, size);
    size = 0;
  }

  private void continuation(int bits) {
    bytes[size++] = (byte) (0x80 | (bits & 0x3f));
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  private static byte[] spaces() {
    byte[] spaces = new byte[64];
    Arrays.fill(spaces, (byte) ' ');
    return spaces;
  }
}
