package dev.slipway.check;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.target.Notice.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found.
 *
 * @param findings the worst first, those that are waived last
 * @param known what a baseline has; it is not among the others
 * @param objects how many objects were looked at
 */
public record Report(List<Finding> findings, List<Finding> known, int objects) {
  public Report {
    findings = List.copyOf(findings);
    known = List.copyOf(known);
  }

  /** A report for which there is no baseline. */
  public Report(List<Finding> findings, int objects) {
    this(findings, List.of(), objects);
  }

  /** Whether there is an error that no waiver covers: nothing may be written. */
  public boolean blocks() {
    for (Finding finding : findings) {
      if (finding.blocks()) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is a finding, so bad or worse, that no waiver covers. */
  public boolean has(Severity least) {
    for (Severity severity : Severity.values()) {
      if (severity.compareTo(least) <= 0 && count(severity) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * This report without what a baseline has, as often as it has it.
   *
   * @param left how often each entry is left to be found, which is counted down
   */
  public Report since(Map<Baseline.Entry, Integer> left, String environment) {
    List<Finding> found = new ArrayList<>();
    List<Finding> before = new ArrayList<>();
    for (Finding finding : findings) {
      Baseline.Entry entry = Baseline.Entry.of(environment, finding);
      int times = finding.isWaived() ? 0 : left.getOrDefault(entry, 0);
      (times > 0 ? before : found).add(finding);
      left.computeIfPresent(entry, (key, all) -> times > 0 ? all - 1 : all);
    }
    return new Report(found, before, objects);
  }

  /** How many findings of a severity no waiver covers. */
  public int count(Severity severity) {
    int count = 0;
    for (Finding finding : findings) {
      count += finding.severity() == severity && !finding.isWaived() ? 1 : 0;
    }
    return count;
  }

  /** How many findings are waived. */
  public int waived() {
    int count = 0;
    for (Finding finding : findings) {
      count += finding.isWaived() ? 1 : 0;
    }
    return count;
  }

  /**
   * What of this is about some of the objects, or about a waiver; and where pods find no node,
   * whosever they are, for any of the objects may have taken their place.
   */
  public Report about(Collection<Manifest> some) {
    Set<ObjectRef.Key> keys = new HashSet<>();
    for (Manifest manifest : some) {
      keys.add(manifest.ref().key());
    }
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : findings) {
      boolean ours =
          finding.object().isPresent()
              ? keys.contains(finding.object().get().key())
              : finding.rule().equals(Waivers.UNUSED);
      if (ours || finding.rule().startsWith(Schedule.RULES)) {
        kept.add(finding);
      }
    }
    return new Report(kept, some.size());
  }
}
