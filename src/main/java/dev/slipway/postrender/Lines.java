package dev.slipway.postrender;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a stream, by their offsets in its bytes. */
final class Lines {
  private static final int BYTE_ORDER_MARK = 3;

  private final byte[] content;
  private final int[] starts;

  Lines(byte[] content) {
    this.content = content;
    int[] found = new int[64];
    int count = 0;
    found[count++] = 0;
    for (int i = 0; i < content.length; i++) {
      if (endsLine(i)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = i + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  /** How many there are; what stands after the last line break counts, even if it is nothing. */
  int count() {
    return starts.length;
  }

  /** Where a line begins, counted from 1; the end of the stream for the one after the last. */
  int start(int line) {
    return line > starts.length ? content.length : starts[line - 1];
  }

  /** Where a character stands: line and column counted from 1, a byte order mark left out. */
  int offset(int line, int column) {
    int offset = firstCharacter(line);
    for (int character = 1; character < column && offset < content.length; character++) {
      offset++;
      while (offset < content.length && (content[offset] & 0xC0) == 0x80) {
        offset++;
      }
    }
    return offset;
  }

  /** Whether a line is {@code ---} or begins so. */
  boolean beginsDocument(int line) {
    return isMarker(line, '-');
  }

  /** Whether a line is {@code ...} or begins so. */
  boolean endsDocument(int line) {
    return isMarker(line, '.');
  }

  /** Whether a line has nothing in it, or a comment that begins no further in than {@code most}. */
  boolean isBlankOrComment(int line, int most) {
    int end = start(line + 1);
    int at = firstCharacter(line);
    int begin = at;
    while (at < end && (content[at] == ' ' || content[at] == '\t')) {
      at++;
    }
    if (at == end || content[at] == '\n' || content[at] == '\r') {
      return true;
    }
    return content[at] == '#' && at - begin <= most;
  }

  /** Whether a line has nothing in it. */
  boolean isBlank(int line) {
    return isBlankOrComment(line, -1);
  }

  /** How the line ends that holds a byte; with a line feed where it does not. */
  String ending(int offset) {
    int end = offset;
    while (end < content.length && content[end] != '\n' && content[end] != '\r') {
      end++;
    }
    boolean returns = end < content.length && content[end] == '\r';
    boolean feeds = returns && end + 1 < content.length && content[end + 1] == '\n';
    return feeds ? "\r\n" : returns ? "\r" : "\n";
  }

  String text(int from, int to) {
    return new String(content, from, to - from, StandardCharsets.UTF_8);
  }

  private boolean isMarker(int line, char of) {
    int at = firstCharacter(line);
    if (at + 3 > content.length
        || content[at] != of
        || content[at + 1] != of
        || content[at + 2] != of) {
      return false;
    }
    return at + 3 == content.length || content[at + 3] >= 0 && content[at + 3] <= ' ';
  }

  private int firstCharacter(int line) {
    int start = start(line);
    boolean marked =
        line == 1
            && content.length >= BYTE_ORDER_MARK
            && (content[0] & 0xFF) == 0xEF
            && (content[1] & 0xFF) == 0xBB
            && (content[2] & 0xFF) == 0xBF;
    return marked ? BYTE_ORDER_MARK : start;
  }

  private boolean endsLine(int at) {
    return content[at] == '\n'
        || content[at] == '\r' && (at + 1 == content.length || content[at + 1] != '\n');
  }
}
