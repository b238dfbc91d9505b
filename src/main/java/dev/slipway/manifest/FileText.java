package dev.slipway.manifest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes of a file, looked at again to say where and why it cannot be read. */
final class FileText {

  /** The beginning of a line: its offset in the bytes, and its number counted from 0. */
  record Line(int offset, int number) {}

  private final String file;
  private final byte[] content;

  FileText(String file, byte[] content) {
    this.file = file;
    this.content = content;
  }

  /** The offset of the first character after a byte order mark. */
  int start() {
    return begins(0xEF, 0xBB, 0xBF) ? 3 : 0;
  }

  /** Says that the file is in another encoding than UTF-8, where its first bytes show it. */
  @Nullable Problem otherEncoding() {
    boolean wide = content.length > 1 && (content[0] == 0) != (content[1] == 0);
    if (!wide && !begins(0xFE, 0xFF) && !begins(0xFF, 0xFE)) {
      return null;
    }
    return Problem.at(
        new Position(file, 1, 1), "The file is in UTF-16 or UTF-32.", "Save it as UTF-8.");
  }

  /** Says where the file is no UTF-8. */
  Problem malformed() {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer scratch = CharBuffer.allocate(1 << 12);
    CoderResult result = decoder.decode(bytes, scratch, true);
    while (result.isOverflow()) {
      scratch.clear();
      result = decoder.decode(bytes, scratch, true);
    }
    int at = Math.min(bytes.position(), content.length - 1);
    return Problem.at(
        positionOf(at),
        "The byte 0x%02X is no UTF-8 here.".formatted(content[at] & 0xFF),
        "Save the file as UTF-8.");
  }

  /** Where a character that YAML does not allow first stands. */
  Position positionOf(String forbidden) {
    byte[] sought = forbidden.getBytes(StandardCharsets.UTF_8);
    for (int i = start(); i + sought.length <= content.length; i++) {
      int matched = 0;
      while (matched < sought.length && content[i + matched] == sought[matched]) {
        matched++;
      }
      if (matched == sought.length) {
        return positionOf(i);
      }
    }
    return new Position(file, 1, 1);
  }

  /**
   * The first line below {@code from}, and not above number {@code atLeast}, that begins a
   * document.
   */
  @Nullable Line nextDocument(Line from, int atLeast) {
    int number = from.number();
    for (int i = from.offset(); i < content.length; i++) {
      if (isLineEnd(i)) {
        number++;
        if (number >= atLeast && beginsDocument(i + 1)) {
          return new Line(i + 1, number);
        }
      }
    }
    return null;
  }

  /** The character at a place, or a space beyond the end of the line. */
  char charAt(Position at) {
    return after(at).isEmpty() ? ' ' : after(at).charAt(0);
  }

  /** What stands on a line from a place on. */
  String after(Position at) {
    int offset = start();
    int line = 1;
    while (line < at.line() && offset < content.length) {
      line += isLineEnd(offset++) ? 1 : 0;
    }
    int end = offset;
    while (end < content.length && content[end] != '\n' && content[end] != '\r') {
      end++;
    }
    String whole = new String(content, offset, end - offset, StandardCharsets.UTF_8);
    int characters = whole.codePointCount(0, whole.length());
    return at.column() > characters
        ? ""
        : whole.substring(whole.offsetByCodePoints(0, at.column() - 1));
  }

  private Position positionOf(int offset) {
    int line = 1;
    int lineStart = start();
    for (int i = start(); i < offset; i++) {
      if (isLineEnd(i)) {
        line++;
        lineStart = i + 1;
      }
    }
    int column = 1;
    for (int i = lineStart; i < offset; i++) {
      column += (content[i] & 0xC0) == 0x80 ? 0 : 1;
    }
    return new Position(file, line, column);
  }

  private boolean beginsDocument(int at) {
    if (at + 3 > content.length
        || content[at] != '-'
        || content[at + 1] != '-'
        || content[at + 2] != '-') {
      return false;
    }
    return at + 3 == content.length || content[at + 3] <= ' ' && content[at + 3] >= 0;
  }

  private boolean isLineEnd(int at) {
    return content[at] == '\n'
        || content[at] == '\r' && (at + 1 == content.length || content[at + 1] != '\n');
  }

  private boolean begins(int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= content.length || (content[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
