package dev.slipway.check;

import dev.slipway.check.rule.Rules;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.ApplyOrder;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.placement.PlacementOptions;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Holds manifests against the rules: those that Slipway rendered, and anybody's.
 *
 * @param cluster what they are for; where it is not known, what depends on it is not judged
 * @param requirements what that cluster demands of everybody's workloads
 * @param declarations facts that no manifest can hold; annotations of the objects add to them (see
 *     {@link Annotations})
 * @param waivers findings that are accepted; annotations of the objects add to them
 * @param scenarios which scenarios must hold on the cluster's nodes
 * @param locator tells where fields stand in files
 */
public record Checks(
    Optional<Cluster> cluster,
    Requirements requirements,
    List<Declaration> declarations,
    List<Waiver> waivers,
    PlacementOptions scenarios,
    Locator locator) {
  private static final Comparator<Finding> WORST_FIRST = Checks::compare;

  public Checks {
    declarations = List.copyOf(declarations);
    waivers = List.copyOf(waivers);
  }

  /** Checks of what is for a cluster that demands nothing of its own. */
  public static Checks of(
      Cluster cluster, Collection<Declaration> declarations, Collection<Waiver> waivers) {
    return new Checks(
        Optional.of(cluster),
        Requirements.NONE,
        List.copyOf(declarations),
        List.copyOf(waivers),
        PlacementOptions.DEFAULT,
        Locator.ORIGIN);
  }

  /** Checks of what is for a cluster that is not known, by what the objects themselves say. */
  public static Checks ofManifestsAlone() {
    return new Checks(
        Optional.empty(),
        Requirements.NONE,
        List.of(),
        List.of(),
        PlacementOptions.DEFAULT,
        Locator.ORIGIN);
  }

  /** These checks, of what the cluster demands of everybody as well. */
  public Checks requiring(Requirements demanded) {
    return new Checks(cluster, demanded, declarations, waivers, scenarios, locator);
  }

  /** These checks, of objects whose fields' places are known. */
  public Checks located(Locator where) {
    return new Checks(cluster, requirements, declarations, waivers, scenarios, where);
  }

  /** These checks, where other scenarios must hold on the cluster's nodes. */
  public Checks holding(PlacementOptions others) {
    return new Checks(cluster, requirements, declarations, waivers, others, locator);
  }

  /** What is to be said of the objects. They are taken to be all that there is. */
  public Report run(ManifestSet manifests) {
    return run(manifests.asList(), List.of());
  }

  /**
   * What is to be said of the objects. They are taken to be all that there is.
   *
   * @param notices what the model that rendered them has to say
   */
  public Report run(Collection<Manifest> manifests, Collection<Notice> notices) {
    return run(manifests, notices, true);
  }

  /**
   * What is to be said of an object by itself, while nobody knows what comes beside it: nothing is
   * told to be missing.
   */
  public Report runAlone(Manifest manifest) {
    return run(List.of(manifest), List.of(), false);
  }

  /** What is to be said of objects that are a part of something: nothing is told to be missing. */
  public Report runPart(Collection<Manifest> manifests) {
    return run(manifests, List.of(), false);
  }

  private Report run(
      Collection<Manifest> manifests, Collection<Notice> notices, boolean allThereIs) {
    List<Subject> given = new ArrayList<>(manifests.size());
    for (Manifest manifest : manifests) {
      given.add(new Subject(manifest));
    }
    List<Subject> subjects = Owners.withoutMade(given);
    Facts facts =
        new Facts(
            subjects,
            cluster,
            requirements,
            new Declared(declarations, subjects),
            new Schedule(cluster, subjects, declarations, scenarios));
    Findings findings = new Findings(locator);
    List<Rule> rules = Rules.about(facts.kinds());
    if (!allThereIs) {
      rules.removeIf(Rule::misses);
    }
    // An object at a time: what one rule has read of it, the next still finds in the processor's
    // cache.
    for (Subject subject : subjects) {
      for (Rule rule : rules) {
        findings.by(rule, subject);
        rule.inspect(subject, facts, findings);
      }
    }
    for (Rule rule : rules) {
      findings.by(rule, null);
      rule.conclude(facts, findings);
    }
    List<Finding> found = new ArrayList<>();
    for (Notice notice : notices) {
      if (!isOutdone(notice, findings.found())) {
        found.add(Finding.of(notice));
      }
    }
    for (Finding finding : findings.found()) {
      if (!isSaid(finding, notices)) {
        found.add(finding);
      }
    }
    List<Finding> all = new ArrayList<>(new Waivers(waivers, subjects, locator).applied(found));
    all.sort(WORST_FIRST);
    return new Report(all, given.size());
  }

  /** Whether the model has said the same of the same object, most likely in better words. */
  private static boolean isSaid(Finding finding, Collection<Notice> notices) {
    for (Notice notice : notices) {
      if (isSame(finding, notice) && finding.severity().compareTo(notice.severity()) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a rule takes for worse what the model has said: then the rule is to be heard. */
  private static boolean isOutdone(Notice notice, Collection<Finding> findings) {
    for (Finding finding : findings) {
      if (isSame(finding, notice) && finding.severity().compareTo(notice.severity()) < 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(Finding finding, Notice notice) {
    return notice.rule().equals(finding.rule()) && notice.object().equals(finding.object());
  }

  /** Written out, for what a comparator is put together from must be loaded in every run. */
  private static int compare(Finding a, Finding b) {
    int order = Boolean.compare(a.isWaived(), b.isWaived());
    order = order != 0 ? order : a.severity().compareTo(b.severity());
    if (order != 0 || a.object().isEmpty() || b.object().isEmpty()) {
      return order != 0 ? order : Boolean.compare(a.object().isPresent(), b.object().isPresent());
    }
    return ApplyOrder.COMPARATOR.compare(a.object().get(), b.object().get());
  }
}
