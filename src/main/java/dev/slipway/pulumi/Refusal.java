package dev.slipway.pulumi;

import dev.slipway.check.Finding;
import dev.slipway.check.Report;
import dev.slipway.check.format.Ink;
import dev.slipway.check.format.TextFormat;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import java.util.ArrayList;
import java.util.List;

/** The messages with which things are refused. */
final class Refusal {
  private Refusal() {}

  /** Everything of a report that blocks, each with its rule and remedy. */
  static String of(String who, Report report) {
    List<Finding> blocking = new ArrayList<>();
    for (Finding finding : report.findings()) {
      if (finding.blocks()) {
        blocking.add(finding);
      }
    }
    return "%s breaks rules, and none of its objects is registered (%s):\n\n%s"
        .formatted(
            who,
            blocking.size() == 1 ? "1 error" : blocking.size() + " errors",
            TextFormat.of(new Report(blocking, report.objects()), Ink.PLAIN).strip());
  }

  /** Everything that does not fit together. */
  static String of(String who, InvalidInputException invalid) {
    StringBuilder text =
        new StringBuilder(who + " does not fit together, and none of its objects is registered:\n");
    for (Problem problem : invalid.problems()) {
      text.append("\n").append(problem);
    }
    return text.toString();
  }
}
