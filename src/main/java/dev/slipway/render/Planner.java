package dev.slipway.render;

import dev.slipway.app.Application;
import dev.slipway.app.Namespace;
import dev.slipway.app.NamespaceRendering;
import dev.slipway.app.Operator;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Problems;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Renders applications for a cluster and sorts out what belongs to whom. */
public final class Planner {
  private final Cluster cluster;
  private final List<Application> applications = new ArrayList<>();
  private final Map<String, Namespace> namespaces = new TreeMap<>();
  private Optional<LocalDate> today = Optional.empty();

  private Planner(Cluster cluster) {
    this.cluster = cluster;
  }

  public static Planner on(Cluster cluster) {
    return new Planner(cluster);
  }

  /** Adds an application; a namespace of its own name comes with it unless one is declared. */
  public Planner application(Application application) {
    applications.add(application);
    return this;
  }

  /** Declares a namespace: whether it comes with the environment, its labels and bounds. */
  public Planner namespace(Namespace namespace) {
    namespaces.put(namespace.name(), namespace);
    return this;
  }

  /** Holds support calendars against a day; they are not looked at where none is given. */
  public Planner asOf(LocalDate day) {
    today = Optional.of(day);
    return this;
  }

  /**
   * The plan.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that does not fit
   */
  public Plan plan() {
    Problems problems = new Problems();
    Collected beside = new Collected();
    Map<Application, List<Manifest>> own = new LinkedHashMap<>();
    for (Application application : applications) {
      List<Manifest> objects = new ArrayList<>();
      own.put(application, objects);
      problems.collect(
          () -> {
            Target target =
                new Target(
                    cluster,
                    application.namespace(),
                    application.naming(),
                    application.defaults(),
                    today);
            application.render(target, new Diverted(objects, beside));
            return true;
          });
    }
    problems.throwIfAny();
    reportNeighbours(beside);
    return assemble(own, beside);
  }

  /** An application that wants a namespace of its own must not find others there. */
  private void reportNeighbours(Sink out) {
    for (Application alone : applications) {
      List<String> others =
          applications.stream()
              .filter(other -> other != alone && other.namespace().equals(alone.namespace()))
              .map(other -> "'" + other.name() + "'")
              .toList();
      if (alone.dedicatedNamespace() && !others.isEmpty()) {
        out.notice(
            Notice.error(
                "dedicated-namespace",
                "Application '%s' needs a namespace of its own, and %s would be in '%s' with it."
                    .formatted(alone.name(), String.join(" and ", others), alone.namespace()),
                "Give the other one another namespace."));
      }
    }
  }

  private Plan assemble(Map<Application, List<Manifest>> own, Collected beside) {
    List<Manifest> all = new ArrayList<>();
    own.values().forEach(all::addAll);
    List<Manifest> judged = judged(all);
    List<Manifest> shared = new ArrayList<>();
    for (Namespace namespace : everyNamespace()) {
      shared.addAll(NamespaceRendering.render(namespace, Map.of()));
    }
    all.addAll(shared);
    Map<Application, ManifestSet> byApplication = new LinkedHashMap<>();
    own.forEach((application, objects) -> byApplication.put(application, ManifestSet.of(objects)));
    return new Plan(
        ManifestSet.of(shared),
        byApplication,
        ManifestSet.of(all),
        judged,
        beside.documents(),
        beside.declared(),
        beside.notices());
  }

  private List<Namespace> everyNamespace() {
    Map<String, Namespace> all = new TreeMap<>(namespaces);
    applications.forEach(
        application -> all.computeIfAbsent(application.namespace(), name -> Namespace.of(name)));
    return List.copyOf(all.values());
  }

  private List<Manifest> judged(List<Manifest> objects) {
    List<Operator> operators =
        applications.stream().flatMap(application -> application.operators().stream()).toList();
    if (operators.isEmpty()) {
      return List.of();
    }
    List<Manifest> judged = new ArrayList<>();
    for (Manifest object : objects) {
      for (Operator operator : operators) {
        if (operator.watches().equals(object.ref().type().groupKind())) {
          judged.addAll(operator.creates(object, cluster));
        }
      }
    }
    return judged;
  }

  /** Takes an application's objects for itself, and passes on what goes beside them. */
  private record Diverted(List<Manifest> objects, Sink beside) implements Sink {
    @Override
    public void object(Manifest manifest) {
      objects.add(manifest);
    }

    @Override
    public void document(dev.slipway.target.Document document) {
      beside.document(document);
    }

    @Override
    public void declare(dev.slipway.target.Declaration declaration) {
      beside.declare(declaration);
    }

    @Override
    public void notice(dev.slipway.target.Notice notice) {
      beside.notice(notice);
    }
  }
}
