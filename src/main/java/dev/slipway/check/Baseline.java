package dev.slipway.check;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.ObjectRef;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found when somebody began to look: it is told by what it is about and not by its words,
 * so that it stays the same when other things change around it.
 *
 * @param entries how often each was found, in their order
 */
public record Baseline(Map<Entry, Integer> entries) {
  /** Nothing was found. */
  public static final Baseline NONE = new Baseline(Map.of());

  public Baseline {
    entries = Copies.sorted(entries);
  }

  /** What no waiver covers of some reports, each by its environment's name. */
  public static Baseline of(Map<String, Report> reports) {
    Map<Entry, Integer> entries = new TreeMap<>();
    reports.forEach(
        (environment, report) -> {
          for (Finding finding : report.findings()) {
            if (!finding.isWaived()) {
              entries.merge(Entry.of(environment, finding), 1, Integer::sum);
            }
          }
        });
    return new Baseline(entries);
  }

  /**
   * Something that was found.
   *
   * @param environment the environment's name; empty where there was none
   * @param object what it is about, with its kind; empty where it is about no single object
   * @param rule the rule's id
   * @param field its path, with names in place of places in lists; empty for the object as a whole
   */
  public record Entry(String environment, String object, String rule, String field)
      implements Comparable<Entry> {
    private static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::environment)
            .thenComparing(Entry::object)
            .thenComparing(Entry::rule)
            .thenComparing(Entry::field);

    /** The entry of a finding. */
    public static Entry of(String environment, Finding finding) {
      return new Entry(
          environment,
          finding.object().map(ObjectRef::toString).orElse(""),
          finding.rule(),
          finding.steadyPath());
    }

    @Override
    public int compareTo(Entry other) {
      return ORDER.compare(this, other);
    }
  }
}
