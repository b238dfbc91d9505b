package dev.slipway.cli;

import dev.slipway.check.Finding;
import dev.slipway.check.Report;
import dev.slipway.check.format.TextFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be said of environments, each by its name. */
record Reports(Map<String, Report> byEnvironment) {

  static Reports of(List<Planned> environments, Progress progress) {
    Map<String, Report> reports = new LinkedHashMap<>();
    for (Planned environment : environments) {
      progress.step("Checking", environment.name(), reports.size() + 1, environments.size());
      reports.put(environment.name(), environment.report());
    }
    return new Reports(reports);
  }

  static Reports of(Report report) {
    return new Reports(Map.of("", report));
  }

  /** Whether an error that no waiver covers is among it. */
  boolean blocks() {
    for (Report report : byEnvironment.values()) {
      if (report.blocks()) {
        return true;
      }
    }
    return false;
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    byEnvironment.values().forEach(report -> all.addAll(report.findings()));
    return all;
  }

  /** The findings for people; nothing of those environments of which there is nothing to say. */
  String text(Style style) {
    StringBuilder text = new StringBuilder();
    byEnvironment.forEach(
        (name, report) -> {
          if (!report.findings().isEmpty()) {
            appendTo(text, name, report, style);
          }
        });
    return text.toString();
  }

  /** The findings for people, and where there is nothing to say that there is not. */
  String fullText(Style style) {
    StringBuilder text = new StringBuilder();
    byEnvironment.forEach((name, report) -> appendTo(text, name, report, style));
    return text.toString();
  }

  private void appendTo(StringBuilder text, String name, Report report, Style style) {
    if (!report.findings().isEmpty()) {
      text.append(TextFormat.of(report, style)).append('\n');
    }
    text.append(byEnvironment.size() > 1 ? name + ": " : "")
        .append(TextFormat.summary(report, style));
  }
}
