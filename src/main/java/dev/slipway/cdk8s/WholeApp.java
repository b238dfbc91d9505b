package dev.slipway.cdk8s;

import dev.slipway.check.Checks;
import dev.slipway.check.Finding;
import dev.slipway.check.Report;
import dev.slipway.check.Requirements;
import dev.slipway.check.Waiver;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problem;
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
import org.cdk8s.Chart;
import org.jspecify.annotations.Nullable;
import software.constructs.IConstruct;
import software.constructs.IValidation;

/**
 * Holds every object of an app against the rules, its cluster and each other, when cdk8s validates
 * the app: before it writes anything.
 */
final class WholeApp implements IValidation {
  private static final String REMEDY = "\n    ";

  /** Whether one of an app is at work: its asking for objects validates the whole app again. */
  private static boolean asking;

  private final ClusterConstruct place;
  private final Cluster cluster;
  private final CheckScope scope;
  private final Requirements requirements;
  private final List<Waiver> waivers = new ArrayList<>();
  private final Set<Declaration> declared = new LinkedHashSet<>();
  private final Set<Notice> notices = new LinkedHashSet<>();
  private final Map<String, Manifest> judged = new LinkedHashMap<>();
  private final Set<ObjectRef.Key> own = new HashSet<>();

  WholeApp(ClusterConstruct place, Cluster cluster, ClusterProps props) {
    this.place = place;
    this.cluster = cluster;
    scope = props.scope();
    requirements = props.requirements();
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

  /** What is wrong with the app, as lines for people; cdk8s calls this more than once. */
  @Override
  public List<String> validate() {
    if (asking) {
      return List.of();
    }
    asking = true;
    try {
      return problems();
    } finally {
      asking = false;
    }
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    Map<ObjectRef.Key, Placed> objects = new LinkedHashMap<>();
    for (Chart chart : charts()) {
      read(new ChartObjects(chart), objects, problems);
    }
    for (Finding finding : report(objects).findings()) {
      if (finding.blocks()) {
        problems.add(line(finding, objects));
      }
    }
    return problems;
  }

  /** The charts for this cluster: its own, and those of the app that no other cluster stands in. */
  private List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    Set<String> others = new HashSet<>();
    for (IConstruct construct : place.getNode().getRoot().getNode().findAll()) {
      if (construct instanceof Chart chart) {
        charts.add(chart);
      } else if (construct instanceof ClusterConstruct cluster) {
        cluster.chart().filter(path -> cluster != place).ifPresent(others::add);
      }
    }
    String own = place.chart().orElse("");
    charts.removeIf(
        chart -> {
          String path = chart.getNode().getPath();
          return !path.equals(own) && (scope == CheckScope.CHART || others.contains(path));
        });
    return charts;
  }

  private static void read(
      ChartObjects chart, Map<ObjectRef.Key, Placed> objects, List<String> problems) {
    for (Mapping body : chart.bodies()) {
      try {
        Manifest manifest = Manifest.of(body, Origin.of(chart.path()));
        @Nullable Placed other =
            objects.putIfAbsent(manifest.ref().key(), new Placed(manifest, chart));
        if (other != null) {
          problems.add(duplicate(manifest.ref(), chart, other));
        }
      } catch (InvalidInputException e) {
        for (Problem problem : e.problems()) {
          problems.add(chart.path() + ": " + problem.message() + REMEDY + problem.remedy());
        }
      }
    }
  }

  private static String duplicate(ObjectRef ref, ChartObjects chart, Placed other) {
    List<String> paths = new ArrayList<>(chart.pathsOf(ref));
    if (!chart.path().equals(other.chart().path())) {
      paths.addAll(other.chart().pathsOf(ref));
    }
    return "%s: duplicate-object: %s is declared by each of these, and a cluster has only one.%sRename one of them, or leave it out."
        .formatted(String.join(" and ", paths), ref, REMEDY);
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
        Checks.of(cluster, declared, waivers).requiring(requirements).run(everything, notices);
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
                  return placed == null
                      ? ref.toString()
                      : String.join(" and ", placed.chart().pathsOf(ref));
                })
            .map(path -> path + ": ")
            .orElse("");
    return where
        + finding.rule()
        + ": "
        + finding.message()
        + (finding.remedy().isEmpty() ? "" : REMEDY + finding.remedy().replace("\n", REMEDY));
  }

  private record Placed(Manifest manifest, ChartObjects chart) {}
}
