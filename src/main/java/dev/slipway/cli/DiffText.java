package dev.slipway.cli;

import dev.slipway.cli.compare.FieldChange;
import dev.slipway.cli.compare.Masking;
import dev.slipway.cli.compare.ObjectChange;
import dev.slipway.cli.compare.ObjectChange.Fate;
import dev.slipway.cli.compare.ObjectChanges;
import dev.slipway.cli.output.Written.Change;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what would change: an object a line, below it its fields. */
final class DiffText {
  private static final String OBJECT = "  ";
  private static final String FIELD = "      ";
  private static final String VALUE = "          ";

  private final Style style;
  private final StringBuilder text = new StringBuilder();

  private DiffText(Style style) {
    this.style = style;
  }

  /** The changes of one environment; nothing where there are none. */
  static String of(String folder, ObjectChanges changes, Style style) {
    if (changes.isNone()) {
      return "";
    }
    DiffText diff = new DiffText(style);
    diff.text.append(style.strong(folder)).append('\n');
    changes.objects().forEach(diff::object);
    changes.files().forEach(diff::file);
    diff.summary(changes);
    return diff.text.toString();
  }

  private void object(ObjectChange object) {
    String name = object.object().kind() + " " + name(object);
    switch (object.fate()) {
      case NEW -> line(OBJECT, "+", name);
      case REMOVED -> line(OBJECT, "-", name);
      case UNREADABLE -> line(OBJECT, "~", name + ": its file holds no object now");
      case CHANGED ->
          line(
              OBJECT,
              "~",
              name + (object.fields().isEmpty() ? ": the way it is written, not a field" : ""));
    }
    object.fields().forEach(this::field);
  }

  private static String name(ObjectChange change) {
    String namespace = change.object().namespace();
    return (namespace.isEmpty() ? "" : namespace + "/") + change.object().name();
  }

  private void field(FieldChange field) {
    @Nullable Node before = field.before();
    @Nullable Node after = field.after();
    if (before != null && after != null) {
      if (field.masked()) {
        line(FIELD, "~", field.path() + ": " + shown(after) + ", another one");
      } else if (isOnOneLine(before) && isOnOneLine(after)) {
        line(FIELD, "~", field.path() + ": " + shown(before) + " -> " + shown(after));
      } else {
        line(FIELD, "~", field.path() + ":");
        block(before, after);
      }
    } else if (after != null) {
      whole("+", field.path(), after);
    } else if (before != null) {
      whole("-", field.path(), before);
    }
  }

  private void whole(String sign, String path, Node value) {
    if (isOnOneLine(value)) {
      line(FIELD, sign, path + ": " + shown(value));
    } else {
      line(FIELD, sign, path + ":");
      lines(value).forEach(line -> line(VALUE, sign, line));
    }
  }

  /** Two values of many lines: those that both have at their ends are left out. */
  private void block(Node before, Node after) {
    List<String> was = lines(before);
    List<String> becomes = lines(after);
    int shorter = Math.min(was.size(), becomes.size());
    int start = 0;
    while (start < shorter && was.get(start).equals(becomes.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && was.get(was.size() - 1 - end).equals(becomes.get(becomes.size() - 1 - end))) {
      end++;
    }
    was.subList(start, was.size() - end).forEach(line -> line(VALUE, "-", line));
    becomes.subList(start, becomes.size() - end).forEach(line -> line(VALUE, "+", line));
  }

  private static boolean isOnOneLine(Node value) {
    return value instanceof Mapping fields
        ? fields.isEmpty()
        : value instanceof Seq items
            ? items.asList().stream().noneMatch(i -> i instanceof Mapping || i instanceof Seq)
            : !(value instanceof Text text) || text.toString().indexOf('\n') < 0;
  }

  private static List<String> lines(Node value) {
    String written = value instanceof Text text ? text.toString() : YamlWriter.write(value);
    return written.lines().toList();
  }

  private static String shown(Node value) {
    if (value instanceof Seq items) {
      return items.asList().stream().map(DiffText::shown).toList().toString();
    }
    return value instanceof Text text && !value.equals(Masking.MASK)
        ? JsonWriter.quote(text.toString())
        : value.toString();
  }

  private void file(String path, @Nullable Change change) {
    line(OBJECT, change == null ? "-" : change == Change.NEW ? "+" : "~", "file " + path);
  }

  private void summary(ObjectChanges changes) {
    long changed = changes.count(Fate.CHANGED) + changes.count(Fate.UNREADABLE);
    text.append("  objects: ")
        .append(changes.count(Fate.NEW))
        .append(" new, ")
        .append(changed)
        .append(" changed, ")
        .append(changes.count(Fate.REMOVED))
        .append(" removed; other files: ")
        .append(changes.files().size())
        .append('\n');
  }

  private void line(String indent, String sign, String what) {
    String line = sign + " " + what;
    text.append(indent)
        .append(
            switch (sign) {
              case "+" -> style.good(line);
              case "-" -> style.bad(line);
              default -> style.warning(line);
            })
        .append('\n');
  }
}
