package dev.slipway.check.schema;

import dev.slipway.manifest.ShippedFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' API as one text, of which a run reads the few words that it needs.
 *
 * <p>Its first line tells what it is made of, and its second is the index of the others: for each a
 * space and six digits, where it begins. They are sorted, so that one is found by halving. Parts of
 * a line are separated by tabs, and the first is its key:
 *
 * <pre>
 * /apps                   an API group
 * :CronJob                a kind; behind it, where it is served:
 *   batch/v1=batch.v1.CronJob             an API version and its definition
 *   batch/v1beta1=batch.v1beta1.CronJob@-24   in which releases
 *   batch/v2alpha1                        or in none of those that the text tells of
 * core.v1.Container       a definition; behind it, if it has fields:
 *   !0029 0037              their index: for each where in the line it begins, in four digits, and
 *                         before them a '!' if it must be there, or a space
 *   name! s                 a field that must be there, a string
 *   resizePolicy [.ContainerResizePolicy@27-   a list of what core.v1.ContainerResizePolicy
 *                                         describes, since 1.27
 * </pre>
 *
 * <p>A type is one letter or a sign: {@code s} string, {@code s(A,B)} one of these strings, {@code
 * b} boolean, {@code i} and {@code l} integers of 32 and 64 bits, {@code d} number, {@code x} bytes
 * in base64, {@code q} quantity, {@code n} integer or string, {@code t} time, {@code m} time with
 * microseconds, {@code *} anything, {@code [} a list and <code>{</code> a map of the type that
 * follows, {@code ~} a definition, a list of it, or neither, and {@code ?} a definition or a
 * boolean, in which the API server looks for no unknown fields. Anything else is the name of a
 * definition; one that begins with a dot is in the same package.
 */
final class SchemaText {
  private static final String FILE = "kubernetes.txt";
  private static final int LINE_ENTRY = 7;
  private static final int FIELD_ENTRY = 5;

  private final byte[] text;
  private final Parts lines;

  private SchemaText(byte[] text) {
    this.text = text;
    int index = 0;
    while (text[index++] != '\n') {}
    this.lines = new Parts(text, 0, index, LINE_ENTRY, text.length - 1);
  }

  /** The text that comes with Slipway; read when it is asked for, for not every run needs it. */
  static SchemaText get() {
    return Shipped.TEXT;
  }

  /** The parts of the line with a key, without the key; null if there is none. */
  String @Nullable [] parts(String key) {
    int line = lines.find(key);
    return line < 0 ? null : split(lines.start(line) + key.length() + 1, lines.end(line));
  }

  /** The fields of the definition with a name; null if there is none. */
  @Nullable Parts fields(String definition) {
    int line = lines.find(definition);
    if (line < 0) {
      return null;
    }
    int start = lines.start(line);
    return new Parts(text, start, start + definition.length() + 1, FIELD_ENTRY, lines.end(line));
  }

  boolean has(String key) {
    return lines.find(key) >= 0;
  }

  /** The keys that begin with a sign, without it. */
  List<String> keys(char sign) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String key = lines.name(i);
      if (key.charAt(0) == sign) {
        keys.add(key.substring(1));
      }
    }
    return keys;
  }

  private String[] split(int start, int end) {
    List<String> parts = new ArrayList<>();
    int from = start;
    for (int i = start; i <= end; i++) {
      if (i == end || text[i] == '\t') {
        parts.add(lines.string(from, i));
        from = i + 1;
      }
    }
    return parts.toArray(new String[0]);
  }

  private static final class Shipped {
    static final SchemaText TEXT = new SchemaText(ShippedFile.read(SchemaText.class, FILE));
  }
}
