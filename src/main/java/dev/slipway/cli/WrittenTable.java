package dev.slipway.cli;

import dev.slipway.cli.output.Written;
import dev.slipway.cli.output.Written.Change;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.render.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows what was written: each object in apply order with its size, and what changed. */
final class WrittenTable {
  /** With more objects than this, only their kinds are listed; of files no more than this. */
  private static final int MOST_ROWS = 100;

  private final Style style;
  private final StringBuilder text = new StringBuilder();

  private WrittenTable(Style style) {
    this.style = style;
  }

  static String of(List<Written> environments, Style style) {
    WrittenTable table = new WrittenTable(style);
    for (Written environment : environments) {
      table.environment(environment);
    }
    return table.text.toString();
  }

  /** What to say where nothing was written to a folder. */
  static String ofStream(String environment, Plan plan, int bytes) {
    StringBuilder line = new StringBuilder(environment).append(": ");
    line.append(counted(plan.all().size(), "object")).append(", ").append(bytes).append(" bytes");
    if (!plan.documents().isEmpty()) {
      line.append("; ")
          .append(counted(plan.documents().size(), "document"))
          .append(" beside them only with -o DIR");
    }
    return line.append(".\n").toString();
  }

  private void environment(Written environment) {
    text.append(style.strong(environment.folder().toString())).append('\n');
    if (environment.objects().size() > MOST_ROWS) {
      kinds(environment);
    } else {
      objects(environment);
    }
    list("beside them", environment.others().stream().map(file -> file.path()).toList());
    list("removed", environment.removed());
    list("replaced, though changed by hand", environment.overwritten());
    list("left alone, not Slipway's", environment.kept());
    text.append("  ").append(summary(environment)).append("\n");
  }

  private void objects(Written environment) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"", "KIND", "NAME", "BYTES", ""});
    int number = 0;
    for (Written.ObjectFile object : environment.objects()) {
      ObjectRef ref = object.ref();
      rows.add(
          new String[] {
            Integer.toString(++number),
            ref.kind(),
            ref.namespace().isEmpty() ? ref.name() : ref.namespace() + "/" + ref.name(),
            Integer.toString(object.bytes()),
            shown(object.change())
          });
    }
    append(rows);
  }

  private void kinds(Written environment) {
    Map<String, int[]> sums = new LinkedHashMap<>();
    for (Written.ObjectFile object : environment.objects()) {
      int[] sum = sums.computeIfAbsent(object.ref().kind(), kind -> new int[2]);
      sum[0]++;
      sum[1] += object.bytes();
    }
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"", "KIND", "OBJECTS", "BYTES", ""});
    int number = 0;
    for (Map.Entry<String, int[]> sum : sums.entrySet()) {
      rows.add(
          new String[] {
            Integer.toString(++number),
            sum.getKey(),
            Integer.toString(sum.getValue()[0]),
            Integer.toString(sum.getValue()[1]),
            ""
          });
    }
    append(rows);
  }

  private String shown(Change change) {
    return switch (change) {
      case NEW -> style.good("new");
      case CHANGED -> style.warning("changed");
      case UNCHANGED -> "";
    };
  }

  /** Appends rows of number, kind, name or count, bytes and change; numbers to the right. */
  private void append(List<String[]> rows) {
    int[] widths = new int[4];
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder("  ");
      line.append(" ".repeat(widths[0] - row[0].length())).append(row[0]).append("  ");
      line.append(row[1]).append(" ".repeat(widths[1] - row[1].length())).append("  ");
      line.append(row[2]).append(" ".repeat(widths[2] - row[2].length())).append("  ");
      line.append(" ".repeat(widths[3] - row[3].length())).append(row[3]);
      text.append(row[4].isEmpty() ? line : line.append("  ").append(row[4])).append('\n');
    }
  }

  private void list(String title, List<String> paths) {
    if (paths.isEmpty()) {
      return;
    }
    text.append("  ").append(title).append(":\n");
    int shown = paths.size() > MOST_ROWS ? MOST_ROWS - 1 : paths.size();
    for (String path : paths.subList(0, shown)) {
      text.append("    ").append(path).append('\n');
    }
    if (shown < paths.size()) {
      text.append("    and ").append(paths.size() - shown).append(" more\n");
    }
  }

  private static String summary(Written environment) {
    StringBuilder summary = new StringBuilder();
    summary.append(counted(environment.objects().size(), "object")).append(", ");
    summary.append(environment.bytes()).append(" bytes; files: ");
    summary.append(environment.count(Change.NEW)).append(" new, ");
    summary.append(environment.count(Change.CHANGED)).append(" changed, ");
    summary.append(environment.removed().size()).append(" removed, ");
    summary.append(environment.count(Change.UNCHANGED)).append(" unchanged");
    return summary.toString();
  }

  private static String counted(int number, String thing) {
    return number + " " + (number == 1 ? thing : thing + "s");
  }
}
