package dev.slipway.cdk8s;

import dev.slipway.check.Baseline;
import dev.slipway.check.Checks;
import dev.slipway.check.Finding;
import dev.slipway.check.Report;
import dev.slipway.check.Requirements;
import dev.slipway.check.Waiver;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problem;
import dev.slipway.placement.PlacementOptions;
import dev.slipway.render.Plan;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.constructs.IValidation;

/**
 * Holds every object of an app against the rules, its cluster and each other, when cdk8s validates
 * the app: before it writes anything.
 */
final class WholeApp implements IValidation {
  private static final String REMEDY = "\n    ";

  /** The one rule that only an app can break: a plan's objects are unique. */
  private static final String DUPLICATE = "duplicate-object";

  private final ClusterConstruct place;
  private final Cluster cluster;
  private final CheckScope scope;
  private final Requirements requirements;
  private final PlacementOptions scenarios;
  private final Baseline baseline;
  private final List<Waiver> waivers = new ArrayList<>();
  private final Set<Declaration> declared = new LinkedHashSet<>();
  private final Set<Notice> notices = new LinkedHashSet<>();
  private final Map<String, Manifest> judged = new LinkedHashMap<>();
  private final Set<ObjectRef.Key> own = new HashSet<>();
  private List<String> verdict = List.of();

  WholeApp(ClusterConstruct place, Cluster cluster, ClusterProps props) {
    this.place = place;
    this.cluster = cluster;
    scope = props.scope();
    requirements = props.requirements();
    scenarios = props.scenarios();
    baseline = props.baseline();
    waivers.addAll(props.waivers());
  }

  /** Takes what a plan knows beside its objects. */
  void add(Plan plan, List<Waiver> accepted) {
    add(plan.declared(), plan.notices());
    plan.all().forEach(manifest -> own.add(manifest.ref().key()));
    plan.judged().forEach(manifest -> judged.put(manifest.ref().toString(), manifest));
    waivers.addAll(accepted);
  }

  void add(List<Declaration> facts, List<Notice> said) {
    declared.addAll(facts);
    notices.addAll(said);
  }

  /**
   * What is wrong with the app, as lines for people. cdk8s asks for it again for every chart that
   * it writes; what was said then holds.
   */
  @Override
  public List<String> validate() {
    TreeSide.read(place, scope != CheckScope.CHART).ifPresent(read -> verdict = problems(read));
    return verdict;
  }

  private List<String> problems(List<AppObject> read) {
    List<String> problems = new ArrayList<>();
    Map<ObjectRef.Key, Placed> objects = new LinkedHashMap<>();
    for (AppObject object : read) {
      try {
        Manifest manifest = Manifest.of(object.body(), Origin.of(object.path()));
        objects
            .computeIfAbsent(manifest.ref().key(), key -> new Placed(manifest, new ArrayList<>()))
            .constructs()
            .add(object);
      } catch (InvalidInputException e) {
        for (Problem problem : e.problems()) {
          problems.add(object.path() + ": " + problem.message() + REMEDY + problem.remedy());
        }
      }
    }
    for (Placed placed : objects.values()) {
      if (placed.constructs().size() > 1 && !placed.accepts(DUPLICATE)) {
        problems.add(duplicate(placed));
      }
    }
    for (Finding finding : report(objects).findings()) {
      if (finding.blocks() && !isAccepted(finding, objects)) {
        problems.add(line(finding, objects));
      }
    }
    return problems;
  }

  /** Whether the construct that a finding is about, or one that it stands below, waives it. */
  private static boolean isAccepted(Finding finding, Map<ObjectRef.Key, Placed> objects) {
    @Nullable Placed placed = finding.object().map(ref -> objects.get(ref.key())).orElse(null);
    return placed != null && placed.accepts(finding.rule());
  }

  private static String duplicate(Placed placed) {
    return "%s: %s: %s is declared by each of these, and a cluster has only one.%sRename one of them, or leave it out."
        .formatted(placed.path(), DUPLICATE, placed.manifest().ref(), REMEDY);
  }

  /** What the checks say of what is in scope. */
  private Report report(Map<ObjectRef.Key, Placed> objects) {
    List<Manifest> everything = new ArrayList<>();
    List<Manifest> inScope = new ArrayList<>(judged.values());
    for (Placed placed : objects.values()) {
      everything.add(placed.manifest());
      if (isInScope(placed)) {
        inScope.add(placed.manifest());
      }
    }
    everything.addAll(judged.values());
    Report report =
        Checks.of(cluster, declared, waivers)
            .requiring(requirements)
            .holding(scenarios)
            .run(everything, notices)
            .since(new TreeMap<>(baseline.entries()), "");
    return scope != CheckScope.OWN ? report : report.about(inScope);
  }

  private boolean isInScope(Placed placed) {
    return switch (scope) {
      case APP, CHART -> true;
      case NONE -> false;
      case OWN -> own.contains(placed.manifest().ref().key());
    };
  }

  private static String line(Finding finding, Map<ObjectRef.Key, Placed> objects) {
    String where =
        finding
            .object()
            .map(
                ref -> {
                  @Nullable Placed placed = objects.get(ref.key());
                  return placed == null ? ref.toString() : placed.path();
                })
            .map(path -> path + ": ")
            .orElse("");
    return where
        + finding.rule()
        + ": "
        + finding.message()
        + (finding.remedy().isEmpty() ? "" : REMEDY + finding.remedy().replace("\n", REMEDY));
  }

  /**
   * An object of the app.
   *
   * @param constructs those that declare it: one, unless it is there twice
   */
  private record Placed(Manifest manifest, List<AppObject> constructs) {
    String path() {
      return String.join(" and ", constructs.stream().map(AppObject::path).toList());
    }

    boolean accepts(String rule) {
      return constructs.stream().anyMatch(construct -> construct.waivers().has(rule));
    }
  }
}
