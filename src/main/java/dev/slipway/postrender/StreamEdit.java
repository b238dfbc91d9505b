package dev.slipway.postrender;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlSequence;
import dev.slipway.manifest.YamlWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts changed objects in the places of those that they were.
 *
 * <p>An object is written anew as a whole, from its first line to its last; the comments above it
 * and below it stay, those within it do not. One of a list leaves its neighbours as they are. An
 * object that came as JSON goes as JSON, and lines end as they did.
 */
final class StreamEdit {
  private static final Pattern ANCHOR = Pattern.compile("(^|[\\s\\[{,])&\\S");

  private final byte[] content;
  private final Lines lines;
  private final ByteArrayOutputStream out;
  private int copied;

  StreamEdit(byte[] content, Lines lines) {
    this.content = content;
    this.lines = lines;
    this.out = new ByteArrayOutputStream(content.length + content.length / 4);
  }

  byte[] of(List<StreamedObject> objects, List<Mapping> bodies) {
    Problems problems = new Problems();
    int next = 0;
    while (next < objects.size()) {
      int first = next;
      StreamDocument document = objects.get(first).document();
      do {
        next++;
      } while (next < objects.size() && objects.get(next).document().equals(document));
      int end = next;
      problems.collect(
          () -> {
            edit(document, objects.subList(first, end), bodies.subList(first, end));
            return true;
          });
    }
    problems.throwIfAny();
    out.write(content, copied, content.length - copied);
    return out.toByteArray();
  }

  private void edit(StreamDocument document, List<StreamedObject> objects, List<Mapping> bodies) {
    YamlSequence items = document.items();
    if (items == null) {
      if (isChanged(objects.get(0), bodies.get(0))) {
        replace(document, objects.get(0).manifest().withBody(bodies.get(0)));
      }
    } else if (standByThemselves(items, document)) {
      for (int i = 0; i < objects.size(); i++) {
        if (isChanged(objects.get(i), bodies.get(i))) {
          replaceItem(document, items, objects.get(i), bodies.get(i));
        }
      }
    } else {
      replaceList(document, objects, bodies);
    }
  }

  private static boolean isChanged(StreamedObject object, Mapping body) {
    return !object.manifest().body().equals(body);
  }

  private void replace(StreamDocument document, Manifest manifest) {
    replace(document, yaml(manifest), manifest.body());
  }

  private void replace(StreamDocument document, String yaml, Mapping body) {
    YamlMapping root = document.root();
    boolean besideMarker = lines.beginsDocument(root.line());
    int from = lines.offset(root.line(), besideMarker ? root.column() : 1);
    String written =
        isJson(lines.offset(root.line(), root.column()))
            ? JsonWriter.write(body)
            : (besideMarker ? "\n" : "") + yaml;
    splice(from, written, tail(root.line(), document.end(), root.column() - 1, written));
  }

  /** A list in which one object cannot be told from the next by lines is written as a whole. */
  private void replaceList(
      StreamDocument document, List<StreamedObject> objects, List<Mapping> bodies) {
    Mapping list = document.root().toNode();
    List<Node> items = new ArrayList<>(list.seq("items").asList());
    boolean changed = false;
    for (int i = 0; i < objects.size(); i++) {
      changed |= isChanged(objects.get(i), bodies.get(i));
      items.set(objects.get(i).item(), bodies.get(i));
    }
    if (changed) {
      Mapping body = list.with("items", Seq.of(items));
      replace(document, YamlWriter.write(body), body);
    }
  }

  private void replaceItem(
      StreamDocument document, YamlSequence items, StreamedObject object, Mapping body) {
    YamlMapping source = object.source();
    int indent = source.column() - 1;
    String written = indented(yaml(object.manifest().withBody(body)), indent);
    int end =
        object.item() + 1 < items.size() ? dash(items, object.item() + 1) : document.endOfItems();
    splice(
        lines.offset(source.line(), source.column()),
        written,
        tail(source.line(), end, indent, written));
  }

  /** The line on which the dash of an item stands: its own, or one above it. */
  private int dash(YamlSequence items, int item) {
    int line = items.get(item).line();
    while (content[lines.offset(line, items.column())] != '-') {
      line--;
    }
    return line;
  }

  /** Whether every item of a list begins after a dash, and none needs what stands in another. */
  private boolean standByThemselves(YamlSequence items, StreamDocument document) {
    if (items.size() == 0 || content[lines.offset(items.line(), items.column())] != '-') {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (isJson(lines.offset(items.get(i).line(), items.get(i).column()))) {
        return false;
      }
    }
    int from = lines.start(document.root().line());
    return !ANCHOR.matcher(lines.text(from, lines.start(document.end()))).find();
  }

  private boolean isJson(int offset) {
    return offset < content.length && content[offset] == '{';
  }

  /**
   * The line from which on what stands below an object is kept.
   *
   * @param end the line after the last one that may be the object's
   * @param indent how far in the object stands: comments further in may be a text's
   */
  private int tail(int begin, int end, int indent, String written) {
    int line = end;
    while (line - 1 > begin && lines.isBlankOrComment(line - 1, indent)) {
      line--;
    }
    // Below a text that keeps the line breaks at its end, a blank line would be one more of them.
    while (written.endsWith("\n\n") && line < end && lines.isBlank(line)) {
      line++;
    }
    return line;
  }

  private void splice(int from, String written, int toLine) {
    String ending = lines.ending(from);
    out.write(content, copied, from - copied);
    out.writeBytes((ending.equals("\n") ? written : written.replace("\n", ending)).getBytes(UTF_8));
    copied = lines.start(toLine);
  }

  private static String yaml(Manifest manifest) {
    return YamlWriter.write(List.of(manifest));
  }

  /** Lines further in, but for the first, which stands behind a dash, and for blank ones. */
  private static String indented(String yaml, int by) {
    String indent = " ".repeat(by);
    StringBuilder out = new StringBuilder(yaml.length() * 5 / 4);
    int start = 0;
    while (start < yaml.length()) {
      int end = yaml.indexOf('\n', start) + 1;
      if (start > 0 && end > start + 1) {
        out.append(indent);
      }
      out.append(yaml, start, end);
      start = end;
    }
    return out.toString();
  }
}
