package dev.slipway.manifest;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a tree as JSON: indented by two spaces, with a final newline, fields in their order. */
public final class JsonWriter {
  private final List<Text> done = new ArrayList<>();
  private StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  /**
   * The tree as a JSON document.
   *
   * @throws InvalidInputException with every text in it that is secret or known only later
   */
  public static String write(Node node) {
    Text whole = writeText(node);
    @Nullable String known = whole.value();
    if (known == null || whole.isSecret()) {
      throw new InvalidInputException(Unwritable.problems(node));
    }
    return known;
  }

  /** The tree as a JSON document that is known when all of its texts are. */
  public static Text writeText(Node node) {
    JsonWriter writer = new JsonWriter();
    writer.append(node, 0);
    writer.out.append('\n');
    writer.flush();
    return Text.join(writer.done);
  }

  /**
   * A JSON string literal, quotes included. Escaped is what JSON requires, what UTF-8 cannot hold
   * (half a surrogate pair), and the two line ends that JavaScript does not allow in a string.
   */
  public static String quote(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2);
    appendQuoted(out, value);
    return out.toString();
  }

  private void append(Node node, int depth) {
    if (node instanceof Mapping mapping) {
      appendMapping(mapping, depth);
    } else if (node instanceof Seq seq) {
      appendSeq(seq, depth);
    } else if (node instanceof Text text) {
      appendText(text);
    } else {
      out.append(node);
    }
  }

  private void appendMapping(Mapping mapping, int depth) {
    if (mapping.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    for (int i = 0; i < mapping.size(); i++) {
      out.append(i > 0 ? "," : "");
      newline(depth + 1);
      appendQuoted(out, mapping.key(i));
      out.append(": ");
      append(mapping.value(i), depth + 1);
    }
    newline(depth);
    out.append('}');
  }

  private void appendSeq(Seq seq, int depth) {
    if (seq.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    for (int i = 0; i < seq.size(); i++) {
      out.append(i > 0 ? "," : "");
      newline(depth + 1);
      append(seq.get(i), depth + 1);
    }
    newline(depth);
    out.append(']');
  }

  private void appendText(Text text) {
    String value = text.value();
    if (value != null && !text.isSecret()) {
      appendQuoted(out, value);
    } else {
      flush();
      done.add(text.derive(Derivation.JSON_STRING));
    }
  }

  private void flush() {
    done.add(Text.of(out.toString()));
    out = new StringBuilder();
  }

  private void newline(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }

  private static void appendQuoted(StringBuilder out, String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x2028 || c == 0x2029 || Surrogates.isLone(value, i)) {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
