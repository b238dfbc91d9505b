package dev.slipway.check.schema;

import dev.slipway.manifest.ShippedFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' API as one text, of which a run reads the few lines that it needs.
 *
 * <p>Its lines are sorted, so that one is found by halving. Parts of a line are separated by tabs,
 * and the first is its key:
 *
 * <pre>
 * /apps                   an API group
 * :CronJob                a kind; behind it, where it is served:
 *   batch/v1=batch.v1.CronJob             an API version and its definition
 *   batch/v1beta1=batch.v1beta1.CronJob@-24   in which releases
 *   batch/v2alpha1                        or in none of those that the text tells of
 * core.v1.Container       a definition; behind it, its fields:
 *   name!:s               one that must be there, a string
 *   resizePolicy:[.ContainerResizePolicy@27-   a list of what core.v1.ContainerResizePolicy
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

  private final byte[] text;

  private SchemaText(byte[] text) {
    this.text = text;
  }

  /** The text that comes with Slipway; read when it is asked for, for not every run needs it. */
  static SchemaText get() {
    return Shipped.TEXT;
  }

  /** The parts of the line with a key, without the key; null if there is none. */
  String @Nullable [] parts(String key) {
    int at = find(key);
    if (at < 0) {
      return null;
    }
    int start = at + key.length() + 1;
    int end = endOfLine(at);
    return start > end ? new String[0] : split(start, end);
  }

  boolean has(String key) {
    return find(key) >= 0;
  }

  /** The keys that begin with a sign, without it. */
  List<String> keys(char sign) {
    List<String> keys = new ArrayList<>();
    int start = 0;
    while (start < text.length) {
      int end = endOfLine(start);
      if (text[start] == sign) {
        int tab = start;
        while (tab < end && text[tab] != '\t') {
          tab++;
        }
        keys.add(string(start + 1, tab));
      }
      start = end + 1;
    }
    return keys;
  }

  /** Where the line with a key begins, or -1. */
  private int find(String key) {
    int low = 0;
    int high = text.length;
    while (low < high) {
      int start = startOfLine(low + (high - low) / 2);
      int order = compare(start, key);
      if (order == 0) {
        return start;
      }
      if (order < 0) {
        low = endOfLine(start) + 1;
      } else {
        high = start;
      }
    }
    return -1;
  }

  private int compare(int start, String key) {
    for (int i = 0; i < key.length(); i++) {
      int order = text[start + i] - key.charAt(i);
      if (order != 0) {
        return order;
      }
    }
    byte next = text[start + key.length()];
    return next == '\t' || next == '\n' ? 0 : 1;
  }

  private int startOfLine(int within) {
    int at = within;
    while (at > 0 && text[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  private int endOfLine(int within) {
    int at = within;
    while (text[at] != '\n') {
      at++;
    }
    return at;
  }

  private String[] split(int start, int end) {
    int parts = 1;
    for (int i = start; i < end; i++) {
      parts += text[i] == '\t' ? 1 : 0;
    }
    String[] all = new String[parts];
    int part = 0;
    int from = start;
    for (int i = start; i <= end; i++) {
      if (i == end || text[i] == '\t') {
        all[part++] = string(from, i);
        from = i + 1;
      }
    }
    return all;
  }

  @SuppressWarnings("deprecation") // the text is ASCII, and this is the quick way
  private String string(int start, int end) {
    return new String(text, 0, start, end - start);
  }

  private static final class Shipped {
    static final SchemaText TEXT = new SchemaText(ShippedFile.read(SchemaText.class, FILE));
  }
}
