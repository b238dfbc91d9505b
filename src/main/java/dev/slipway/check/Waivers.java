package dev.slipway.check;

import dev.slipway.check.rule.Rules;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.Text;
import dev.slipway.target.Notice.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds waivers against what was found. */
final class Waivers {
  /** The rule that a waiver breaks that waives nothing. */
  static final String UNUSED = "unused-waiver";

  /** Of this rule only {@code slipway check} asks; a waiver of it is of no use anywhere else. */
  private static final String SELDOM_ASKED = "as-given";

  private final Locator locator;
  private final List<Given> given = new ArrayList<>();
  private final Map<String, List<Given>> byRule = new HashMap<>();

  /**
   * Those that the environment has, and those that objects carry.
   *
   * @param waivers those of the environment
   */
  Waivers(List<Waiver> waivers, List<Subject> subjects, Locator locator) {
    this.locator = locator;
    waivers.forEach(waiver -> add(new Given(waiver, null)));
    subjects.forEach(this::addThoseOf);
  }

  /** What was found, with what is waived marked so, and each waiver that waives nothing. */
  List<Finding> applied(List<Finding> found) {
    if (given.isEmpty()) {
      return found;
    }
    List<Finding> all = new ArrayList<>(found.size());
    Set<Given> used = new LinkedHashSet<>();
    for (Finding finding : found) {
      Finding judged = finding;
      for (Given waiver : byRule.getOrDefault(finding.rule(), List.of())) {
        if (waiver.covers(finding)) {
          used.add(waiver);
          judged = judged.isWaived() ? judged : judged.waivedFor(waiver.waiver.reason());
        }
      }
      all.add(judged);
    }
    for (Given waiver : given) {
      if (!used.contains(waiver) && !waiver.waiver.rule().equals(SELDOM_ASKED)) {
        all.add(unused(waiver, found));
      }
    }
    return all;
  }

  private void add(Given waiver) {
    given.add(waiver);
    byRule.computeIfAbsent(waiver.waiver.rule(), rule -> new ArrayList<>()).add(waiver);
  }

  private void addThoseOf(Subject subject) {
    Mapping annotations = subject.annotations();
    for (int i = 0; i < annotations.size(); i++) {
      String key = annotations.key(i);
      if (key.startsWith(Annotations.WAIVE)
          && annotations.value(i) instanceof Text text
          && text.value() != null
          && !text.value().isBlank()) {
        add(
            new Given(
                new Waiver(
                    key.substring(Annotations.WAIVE.length()),
                    Optional.of(subject.ref().kind()),
                    Optional.empty(),
                    subject.name(),
                    text.value(),
                    Optional.empty()),
                subject));
      }
    }
  }

  private Finding unused(Given given, List<Finding> found) {
    Set<String> rules = new LinkedHashSet<>();
    rules.addAll(Rules.ids());
    found.forEach(finding -> rules.add(finding.rule()));
    Waiver waiver = given.waiver;
    String near = rules.contains(waiver.rule()) ? "" : Suggestions.didYouMean(waiver.rule(), rules);
    @Nullable Subject on = given.on;
    FieldPath path =
        on == null
            ? FieldPath.ROOT
            : FieldPath.of("metadata", "annotations", Annotations.WAIVE + waiver.rule());
    return new Finding(
        UNUSED,
        Severity.WARNING,
        on == null ? Optional.empty() : Optional.of(on.ref()),
        path,
        path.toString(),
        on == null ? waiver.at() : locator.find(on.manifest(), path),
        "The waiver of " + waiver.description() + " waives nothing.",
        near.isEmpty() ? "Remove it, or name the rule and object that it is for." : near,
        Optional.empty());
  }

  /**
   * A waiver and who carries it.
   *
   * @param on the object with the annotation; null for one of the environment
   */
  private record Given(Waiver waiver, @Nullable Subject on) {
    boolean covers(Finding finding) {
      return on == null
          ? waiver.covers(finding)
          : finding.object().isPresent()
              && finding.object().get().key().equals(on.ref().key())
              && waiver.rule().equals(finding.rule());
    }

    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Given given
          && waiver.equals(given.waiver)
          && Objects.equals(on, given.on);
    }

    @Override
    public int hashCode() {
      return Objects.hash(waiver, on);
    }
  }
}
