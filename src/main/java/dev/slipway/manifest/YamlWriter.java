package dev.slipway.manifest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes trees as YAML that YAML 1.1 readers (kubectl, the API server) and YAML 1.2 readers read
 * back alike, and identically.
 *
 * <p>Block style, indented by two spaces, fields in their order; a list's dashes stand below the
 * first letter of its key, as kubectl prints them. Documents have {@code ---} between them, none
 * before the first. Texts of several lines are literal blocks wherever a block can hold them
 * exactly, all others are plain where every reader takes them for the same string and double-quoted
 * where not; none is ever folded. Lines end with a line feed, the encoding is UTF-8 without a byte
 * order mark.
 *
 * <p>A secret text is written only into {@code data} and {@code stringData} of a {@code Secret},
 * and a text that is known only later nowhere. What is written is passed on as it grows, so what
 * stood before the first problem may have been written when a method throws.
 */
public final class YamlWriter {
  /** Readers look no further than 1024 characters for the colon of a key, quotes included. */
  private static final int LONGEST_SIMPLE_KEY = 1000;

  private static final int LONGEST_REMEMBERED = 64;

  private final Utf8 out;

  /** Keys that were written as they are, by their hash: manifests repeat a few of them a lot. */
  private final @Nullable String[] plainKeys = new String[256];

  /** Values that were written as they are, by their hash: names and the like come again, too. */
  private final @Nullable String[] plainTexts = new String[256];

  private boolean secretsWelcome;

  private YamlWriter(OutputStream to) {
    out = new Utf8(to);
  }

  /**
   * The tree as one YAML document.
   *
   * @throws InvalidInputException if a text in it is secret, known only later, or no Unicode
   */
  public static String write(Node node) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try {
      write(node, whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return whole.toString(StandardCharsets.UTF_8);
  }

  /**
   * Writes the tree as one YAML document; does not close the stream.
   *
   * @throws InvalidInputException if a text in it is secret, known only later, or no Unicode
   */
  public static void write(Node node, OutputStream to) throws IOException {
    new YamlWriter(to).whole(node);
  }

  /**
   * The manifests as one YAML stream.
   *
   * @throws InvalidInputException with every text that no file may hold: one that is secret and
   *     outside a Secret, known only later, or no Unicode
   */
  public static String write(Iterable<Manifest> manifests) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try {
      write(manifests, whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return whole.toString(StandardCharsets.UTF_8);
  }

  /**
   * Writes the manifests as one YAML stream; does not close the output stream.
   *
   * @throws InvalidInputException with every text that no file may hold: one that is secret and
   *     outside a Secret, known only later, or no Unicode
   */
  public static void write(Iterable<Manifest> manifests, OutputStream to) throws IOException {
    new YamlWriter(to).all(manifests);
  }

  private void whole(Node node) throws IOException {
    try {
      document(node);
    } catch (Unwritable e) {
      throw new InvalidInputException(Unwritable.problems(node));
    }
    out.pass();
  }

  private void all(Iterable<Manifest> manifests) throws IOException {
    Problems problems = new Problems();
    boolean first = true;
    for (Manifest manifest : manifests) {
      if (!problems.isEmpty()) {
        problems.addAll(Unwritable.problems(manifest));
        continue;
      }
      if (!first) {
        out.ascii("---\n");
      }
      first = false;
      try {
        manifest(manifest);
      } catch (Unwritable e) {
        problems.addAll(Unwritable.problems(manifest));
      }
    }
    problems.throwIfAny();
    out.pass();
  }

  private void manifest(Manifest manifest) throws IOException {
    Mapping body = manifest.body();
    boolean secret = Unwritable.isSecret(manifest);
    for (int i = 0; i < body.size(); i++) {
      String key = body.key(i);
      secretsWelcome = secret && Unwritable.holdsSecrets(key);
      entry(key, body.value(i), 0);
    }
    secretsWelcome = false;
  }

  private void document(Node node) throws IOException {
    if (node instanceof Mapping mapping && !mapping.isEmpty()) {
      entries(mapping, 0);
    } else if (node instanceof Seq seq && !seq.isEmpty()) {
      items(seq, 0);
    } else if (node instanceof Text text) {
      if (!YamlText.appendLine(out, known(text))) {
        throw new Unwritable();
      }
      out.ascii('\n');
    } else {
      leaf(node, 0);
    }
  }

  /** A mapping's entries: the first where the line stands now, the others on lines of their own. */
  private void entries(Mapping mapping, int indent) throws IOException {
    for (int i = 0; i < mapping.size(); i++) {
      if (i > 0) {
        out.spaces(indent);
      }
      entry(mapping.key(i), mapping.value(i), indent);
    }
  }

  private void entry(String key, Node value, int indent) throws IOException {
    key(key, indent);
    if (value instanceof Text text) {
      out.ascii(' ');
      text(text, indent);
    } else if (value instanceof Mapping mapping && !mapping.isEmpty()) {
      out.ascii('\n');
      out.spaces(indent + 2);
      entries(mapping, indent + 2);
    } else if (value instanceof Seq seq && !seq.isEmpty()) {
      out.ascii('\n');
      out.spaces(indent);
      items(seq, indent);
    } else {
      out.ascii(' ');
      leaf(value, indent);
    }
    out.passIfFull();
  }

  private void key(String key, int indent) {
    int slot = key.hashCode() & (plainKeys.length - 1);
    if (key.equals(plainKeys[slot])) {
      out.ascii(key);
    } else {
      int start = out.size();
      if (!YamlText.appendLine(out, key)) {
        throw new Unwritable();
      }
      int written = out.size() - start;
      if (written > LONGEST_SIMPLE_KEY) {
        out.insert(start, '?', ' ');
        out.ascii('\n');
        out.spaces(indent);
      } else if (written == key.length()) {
        plainKeys[slot] = key;
      }
    }
    out.ascii(':');
  }

  /** A list's items: the first where the line stands now, the others on lines of their own. */
  private void items(Seq seq, int indent) throws IOException {
    for (int i = 0; i < seq.size(); i++) {
      if (i > 0) {
        out.spaces(indent);
      }
      out.ascii("- ");
      Node item = seq.get(i);
      if (item instanceof Mapping mapping && !mapping.isEmpty()) {
        entries(mapping, indent + 2);
      } else if (item instanceof Seq inner && !inner.isEmpty()) {
        items(inner, indent + 2);
      } else {
        leaf(item, indent);
      }
      out.passIfFull();
    }
  }

  private void leaf(Node leaf, int indent) {
    if (leaf instanceof Text text) {
      text(text, indent);
    } else {
      out.ascii(leaf instanceof Mapping ? "{}" : leaf instanceof Seq ? "[]" : leaf.toString());
      out.ascii('\n');
    }
  }

  private void text(Text text, int indent) {
    String value = known(text);
    if (value.length() > LONGEST_REMEMBERED) {
      append(value, indent);
      return;
    }
    int slot = value.hashCode() & (plainTexts.length - 1);
    if (value.equals(plainTexts[slot])) {
      out.ascii(value);
      out.ascii('\n');
    } else {
      int start = out.size();
      append(value, indent);
      if (out.size() - start == value.length() + 1) {
        plainTexts[slot] = value;
      }
    }
  }

  private void append(String value, int indent) {
    if (!YamlText.append(out, value, indent + 2)) {
      throw new Unwritable();
    }
  }

  private String known(Text text) {
    String value = text.value();
    if (value == null || (text.isSecret() && !secretsWelcome)) {
      throw new Unwritable();
    }
    return value;
  }
}
