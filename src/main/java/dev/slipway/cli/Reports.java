package dev.slipway.cli;

import dev.slipway.check.Baseline;
import dev.slipway.check.Finding;
import dev.slipway.check.Report;
import dev.slipway.check.format.TextFormat;
import dev.slipway.target.Notice.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be said of environments, or of manifests.
 *
 * @param stale what a baseline has and nobody finds any more, with how often
 */
record Reports(List<Part> parts, Map<Baseline.Entry, Integer> stale) {

  /**
   * A report, and what it is of.
   *
   * @param environment the environment's name; empty where manifests are checked for none
   * @param file the environment's file; empty where there is none
   */
  record Part(String environment, String file, Report report) {}

  static Reports of(List<Planned> environments, Progress progress) {
    List<Part> parts = new ArrayList<>();
    for (Planned environment : environments) {
      progress.step("Checking", environment.name(), parts.size() + 1, environments.size());
      parts.add(new Part(environment.name(), environment.file(), environment.report()));
    }
    return new Reports(parts, Map.of());
  }

  static Reports of(Report report) {
    return new Reports(List.of(new Part("", "", report)), Map.of());
  }

  /** These without what a baseline has. */
  Reports since(Baseline baseline) {
    Map<Baseline.Entry, Integer> left = new TreeMap<>(baseline.entries());
    List<Part> fewer = new ArrayList<>();
    for (Part part : parts) {
      fewer.add(new Part(part.environment, part.file, part.report.since(left, part.environment)));
    }
    left.values().removeIf(times -> times == 0);
    return new Reports(fewer, left);
  }

  Baseline baseline() {
    Map<String, Report> reports = new TreeMap<>();
    parts.forEach(part -> reports.put(part.environment, part.report));
    return Baseline.of(reports);
  }

  /** Whether an error that no waiver covers is among it. */
  boolean blocks() {
    return has(Severity.ERROR);
  }

  /** Whether a finding so bad, or worse, that no waiver covers is among it. */
  boolean has(Severity least) {
    for (Part part : parts) {
      if (part.report.has(least)) {
        return true;
      }
    }
    return false;
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(part.report.findings()));
    return all;
  }

  /** The findings for people; nothing of those environments of which there is nothing to say. */
  String text(Style style) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (!part.report.findings().isEmpty()) {
        appendTo(text, part, style);
      }
    }
    return text.toString();
  }

  /** The findings for people, and where there is nothing to say that there is not. */
  String fullText(Style style) {
    StringBuilder text = new StringBuilder();
    parts.forEach(part -> appendTo(text, part, style));
    return text.toString();
  }

  private void appendTo(StringBuilder text, Part part, Style style) {
    if (!part.report.findings().isEmpty()) {
      text.append(TextFormat.of(part.report, style)).append('\n');
    }
    text.append(parts.size() > 1 ? part.environment + ": " : "")
        .append(TextFormat.summary(part.report, style));
  }
}
