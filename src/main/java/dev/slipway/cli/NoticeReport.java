package dev.slipway.cli;

import dev.slipway.manifest.ObjectRef;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what plans have to say: by rule, the worst first. */
final class NoticeReport {
  private static final Comparator<Entry> WORST_FIRST = NoticeReport::compare;

  private final List<Entry> entries = new ArrayList<>();

  private NoticeReport() {}

  static NoticeReport of(List<Synth.Planned> environments) {
    NoticeReport report = new NoticeReport();
    for (Synth.Planned environment : environments) {
      for (Notice notice : environment.plan().notices()) {
        report.entries.add(
            new Entry(
                environments.size() > 1 ? environment.name() + ": " : "",
                notice,
                waiver(notice, environment.plan().declared())));
      }
    }
    report.entries.sort(WORST_FIRST);
    return report;
  }

  private static int compare(Entry a, Entry b) {
    int order = Boolean.compare(a.isWaived(), b.isWaived());
    if (order == 0) {
      order = a.notice().severity().compareTo(b.notice().severity());
    }
    return order == 0 ? a.notice().rule().compareTo(b.notice().rule()) : order;
  }

  /** Whether nothing may be written. */
  boolean blocks() {
    return entries.stream().anyMatch(Entry::blocks);
  }

  /** The report; empty where there is nothing to say. */
  String text(Style style) {
    if (entries.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (List<Entry> group : groups()) {
      Notice first = group.get(0).notice();
      text.append(heading(group.get(0), style)).append(' ').append(first.rule()).append('\n');
      for (Entry entry : group) {
        text.append("  ").append(entry.line()).append('\n');
      }
      ProblemReport.appendRemedy(text, first.remedy());
    }
    long errors = entries.stream().filter(Entry::blocks).count();
    if (errors > 0) {
      text.append('\n')
          .append(style.bad(errors == 1 ? "1 error" : errors + " errors"))
          .append("; nothing was written.\n");
    } else {
      text.append('\n');
    }
    return text.toString();
  }

  /** Entries that are alike but for what they are about. */
  private Iterable<List<Entry>> groups() {
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Notice notice = entry.notice();
      String like =
          entry.isWaived() + " " + notice.severity() + " " + notice.rule() + " " + notice.remedy();
      groups.computeIfAbsent(like, key -> new ArrayList<>()).add(entry);
    }
    return groups.values();
  }

  private static String heading(Entry entry, Style style) {
    if (entry.isWaived()) {
      return style.faint("waived");
    }
    return switch (entry.notice().severity()) {
      case ERROR -> style.bad("error");
      case WARNING -> style.warning("warning");
      case INFO -> style.strong("note");
    };
  }

  private static Optional<String> waiver(Notice notice, List<Declaration> declared) {
    for (Declaration declaration : declared) {
      if (declaration instanceof Declaration.Waived waived
          && waived.rule().equals(notice.rule())
          && notice.object().map(ObjectRef::key).equals(waived.object())) {
        return Optional.of(waived.reason());
      }
    }
    return Optional.empty();
  }

  /**
   * One notice of one environment.
   *
   * @param environment a start for its line, where there are several environments
   * @param waiver why it does not count, if it does not
   */
  private record Entry(String environment, Notice notice, Optional<String> waiver) {
    boolean isWaived() {
      return waiver.isPresent();
    }

    boolean blocks() {
      return !isWaived() && notice.severity() == Notice.Severity.ERROR;
    }

    String line() {
      return environment
          + notice.object().map(object -> object + ": ").orElse("")
          + notice.message()
          + waiver.map(reason -> " (waived: " + reason + ")").orElse("");
    }
  }
}
