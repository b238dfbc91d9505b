package dev.slipway.check.format;

import dev.slipway.check.Finding;
import dev.slipway.check.Report;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.target.Notice.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports for people: by object, the one with the worst finding first. */
public final class TextFormat {
  private static final String GENERAL = "The environment";

  private final Ink ink;
  private final StringBuilder text = new StringBuilder();

  private TextFormat(Ink ink) {
    this.ink = ink;
  }

  /** The findings, each with its remedy; empty where there are none. */
  public static String of(Report report, Ink ink) {
    TextFormat format = new TextFormat(ink);
    for (List<Finding> group : groups(report)) {
      format.append(group);
    }
    return format.text.toString();
  }

  /** What was found, in one line: {@code 2 findings in 6 objects: 1 error, 1 warning; 1 waived.} */
  public static String summary(Report report, Ink ink) {
    int waived = report.waived();
    int open = report.findings().size() - waived;
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = report.count(severity);
      if (count > 0) {
        counts.add(paint(severity, counted(count, noun(severity)), ink));
      }
    }
    return (open == 0 ? "No findings" : counted(open, "finding"))
        + " in "
        + counted(report.objects(), "object")
        + (open == 0 ? "" : ": " + String.join(", ", counts))
        + (waived == 0 ? "" : "; " + waived + " waived")
        + (report.known().isEmpty() ? "" : "; " + report.known().size() + " in the baseline")
        + ".\n";
  }

  private static Iterable<List<Finding>> groups(Report report) {
    Map<String, List<Finding>> groups = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      groups.computeIfAbsent(title(finding), key -> new ArrayList<>()).add(finding);
    }
    return groups.values();
  }

  private static String title(Finding finding) {
    @Nullable ObjectRef object = finding.object().orElse(null);
    return object == null ? GENERAL : object.toString();
  }

  private void append(List<Finding> group) {
    text.append(ink.strong(title(group.get(0)))).append('\n');
    for (Finding finding : group) {
      text.append("  ").append(heading(finding)).append(' ').append(finding.rule());
      text.append(": ").append(finding.message()).append('\n');
      String place = place(finding);
      if (!place.isEmpty()) {
        text.append("    at ").append(place).append('\n');
      }
      finding.waived().ifPresent(why -> text.append("    waived: ").append(why).append('\n'));
      if (!finding.remedy().isEmpty()) {
        text.append("    ").append(finding.remedy().replace("\n", "\n    ")).append('\n');
      }
    }
  }

  private String heading(Finding finding) {
    return finding.isWaived()
        ? ink.faint("waived")
        : paint(finding.severity(), finding.severity().label(), ink);
  }

  private static String place(Finding finding) {
    String path = finding.path().toString();
    String at = finding.at().map(Object::toString).orElse("");
    if (path.isEmpty() || at.isEmpty()) {
      return path + at;
    }
    return path + " (" + at + ")";
  }

  private static String paint(Severity severity, String words, Ink ink) {
    return switch (severity) {
      case ERROR -> ink.bad(words);
      case WARNING -> ink.warning(words);
      case INFO -> ink.strong(words);
    };
  }

  private static String noun(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.label();
  }

  private static String counted(int number, String thing) {
    return number + " " + (number == 1 ? thing : thing + "s");
  }
}
