package dev.slipway.cli;

import dev.slipway.check.BaselineText;
import dev.slipway.target.Notice.Severity;
import java.util.Optional;

/**
 * Which findings make a run fail, as its user says.
 *
 * @param least how bad one must be: error, warning, info or never
 * @param baseline the file of those that fail nothing
 */
record Failing(String least, Optional<String> baseline) {
  static final CommandOption FAIL_ON =
      CommandOption.once(
          "",
          "fail-on",
          "error|warning|info|never",
          "How bad a finding must be to make it exit with 1; error without it.");
  static final CommandOption BASELINE =
      CommandOption.once(
          "", "baseline", "FILE", "A file of findings that fail nothing, so that only others do.");

  static Failing of(Arguments given) {
    return new Failing(given.oneOf(FAIL_ON, "error"), given.value(BASELINE));
  }

  /** What is not in the baseline; what is there and nobody finds any more is told. */
  Reports of(Reports reports, World world) {
    if (baseline.isEmpty()) {
      return reports;
    }
    BaselineText known = BaselineFile.read(baseline.get(), world);
    Reports since = reports.since(known.baseline());
    world.tell(ProblemReport.lines(known.stale(since.stale()), world.errorStyle()));
    return since;
  }

  /** Whether a finding is so bad, or worse, and no waiver covers it. */
  boolean isCausedBy(Reports reports) {
    return switch (least) {
      case "never" -> false;
      case "info" -> reports.has(Severity.INFO);
      case "warning" -> reports.has(Severity.WARNING);
      default -> reports.has(Severity.ERROR);
    };
  }
}
