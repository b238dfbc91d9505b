package dev.slipway.render;

import dev.slipway.app.Application;
import dev.slipway.app.ExpectedPods;
import dev.slipway.app.Namespace;
import dev.slipway.app.NamespaceRendering;
import dev.slipway.app.Operator;
import dev.slipway.app.PriorityClass;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.ClusterWarning;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.patch.TargetedPatch;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.security.NamespaceLabels;
import dev.slipway.target.Declaration;
import dev.slipway.target.Defaults;
import dev.slipway.target.Document;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Renders applications for a cluster and sorts out what belongs to whom. */
public final class Planner {
  private final Cluster cluster;
  private final List<Application> applications = new ArrayList<>();
  private final Map<String, Namespace> namespaces = new TreeMap<>();
  private final List<PriorityClass> priorityClasses = new ArrayList<>();
  private final List<Declaration> declarations = new ArrayList<>();
  private final List<TargetedPatch> patches = new ArrayList<>();
  private Supplier<Optional<LocalDate>> today = Optional::empty;
  private ImageOverrides images = ImageOverrides.NONE;

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

  /** Adds a priority class, which pods of every application can name. */
  public Planner priorityClass(PriorityClass priorityClass) {
    priorityClasses.add(priorityClass);
    return this;
  }

  /** Says what no manifest can hold, beside what the applications say. */
  public Planner declare(Declaration declaration) {
    declarations.add(declaration);
    return this;
  }

  /** Patches an object that is rendered, after those that were added before. */
  public Planner patch(TargetedPatch patch) {
    patches.add(patch);
    return this;
  }

  /** Replaces the images of containers, after every patch. */
  public Planner images(ImageOverrides overrides) {
    images = overrides;
    return this;
  }

  /** Holds support calendars against a day; they are not looked at where none is given. */
  public Planner asOf(LocalDate day) {
    return asOf(() -> Optional.of(day));
  }

  /** Holds support calendars, where there are any, against a day that is told then, if any is. */
  public Planner asOf(Supplier<Optional<LocalDate>> day) {
    today = day;
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
    for (Declaration declaration : declarations) {
      beside.declare(declaration);
    }
    List<Application> failed = new ArrayList<>();
    Map<Application, List<Manifest>> own = new LinkedHashMap<>();
    for (Application application : applications) {
      List<Manifest> objects = new ArrayList<>();
      own.put(application, objects);
      if (!render(application, new Diverted(objects, beside), problems)) {
        failed.add(application);
      }
    }
    for (ClusterWarning warning : cluster.warnings()) {
      beside.notice(
          Notice.warning(warning.rule(), warning.problem().message(), warning.problem().remedy()));
    }
    reportNeighbours(beside);
    return assemble(own, new Changes(patches, images, failed, problems), beside, problems);
  }

  /** Whether it could be. */
  private boolean render(Application application, Sink out, Problems problems) {
    return problems.collect(
            FieldPath.of("applications", application.name()),
            () -> {
              application.render(target(application, application.defaults()), out);
              return true;
            })
        != null;
  }

  private Target target(Application application, Defaults defaults) {
    return new Target(cluster, application.namespace(), application.naming(), defaults, today);
  }

  /** An application that wants a namespace of its own must not find others there. */
  private void reportNeighbours(Sink out) {
    for (Application alone : applications) {
      if (!alone.dedicatedNamespace()) {
        continue;
      }
      List<String> others = new ArrayList<>();
      for (Application other : applications) {
        if (other != alone && other.namespace().equals(alone.namespace())) {
          others.add("'" + other.name() + "'");
        }
      }
      if (!others.isEmpty()) {
        out.notice(
            Notice.error(
                "dedicated-namespace",
                "Application '%s' needs a namespace of its own, and %s would be in '%s' with it."
                    .formatted(alone.name(), String.join(" and ", others), alone.namespace()),
                "Give the other one another namespace."));
      }
    }
  }

  /**
   * A namespace is told what its pods need as they are after every patch; its own patches come
   * last.
   */
  private Plan assemble(
      Map<Application, List<Manifest>> own, Changes changes, Collected beside, Problems problems) {
    List<Manifest> ours = new ArrayList<>();
    for (List<Manifest> objects : own.values()) {
      ours.addAll(objects);
    }
    Map<ObjectRef.Key, Application> owners = owners(own);
    Collection<Namespace> namespaces = everyNamespace();
    Map<String, List<PodTemplate>> expected = expected(namespaces);
    NamespaceLevels yetToCome = NamespaceLevels.of(cluster, expected, List.of());
    @Nullable ManifestSet bare =
        problems.collect(() -> ManifestSet.of(with(ours, objects(namespaces, yetToCome))));
    if (bare == null) {
      throw new InvalidInputException(problems.all());
    }
    ManifestSet changed = changes.toObjects(bare);
    List<Manifest> judged = problems.isEmpty() ? judged(changed) : List.of();
    NamespaceLevels levels = NamespaceLevels.of(cluster, expected, with(changed.asList(), judged));
    Map<ObjectRef.Key, Manifest> labelled = labelled(namespaces, levels);
    ManifestSet all =
        changes.toNamespaces(
            changed.map(object -> labelled.getOrDefault(object.ref().key(), object)));
    problems.throwIfAny();
    levels.tell(
        () ->
            changes.arePatches()
                ? NamespaceLevels.of(cluster, expected, with(bare.asList(), judged(bare)))
                : levels,
        all,
        beside);
    Map<Optional<Application>, ManifestSet> parts =
        all.split(manifest -> Optional.ofNullable(owners.get(manifest.ref().key())));
    Map<Application, ManifestSet> sets = new LinkedHashMap<>();
    for (Application application : own.keySet()) {
      sets.put(application, parts.getOrDefault(Optional.of(application), ManifestSet.EMPTY));
    }
    List<Manifest> everything = with(all.asList(), judged);
    UnknownNames.report(all.asList(), judged, beside.declared(), beside);
    DanglingPeers.report(everything, expecting(), beside);
    QuotaDemands.report(everything, beside);
    return new Plan(
        parts.getOrDefault(Optional.empty(), ManifestSet.EMPTY),
        sets,
        all,
        judged,
        beside.documents(),
        beside.declared(),
        beside.notices(),
        out -> declareLeftOut(own, all, out));
  }

  private void declareLeftOut(Map<Application, List<Manifest>> own, ManifestSet written, Sink out) {
    for (Map.Entry<Application, List<Manifest>> given : own.entrySet()) {
      Application application = given.getKey();
      if (application.defaults() == Defaults.AS_GIVEN) {
        Target strict = target(application, Defaults.STRICT);
        StrictAdditions.declare(application, strict, given.getValue(), written, out);
      }
    }
  }

  /** The namespaces in which somebody else will start pods. */
  private Set<String> expecting() {
    Set<String> expecting = new HashSet<>();
    for (Application application : applications) {
      if (!application.expected().isEmpty()) {
        expecting.add(application.namespace());
      }
    }
    return expecting;
  }

  /** Whose an object is; what several applications render alike belongs to none of them. */
  private static Map<ObjectRef.Key, Application> owners(Map<Application, List<Manifest>> own) {
    Map<ObjectRef.Key, Application> owners = new HashMap<>();
    Set<ObjectRef.Key> several = new HashSet<>();
    for (Map.Entry<Application, List<Manifest>> objects : own.entrySet()) {
      for (Manifest object : objects.getValue()) {
        Application other = owners.put(object.ref().key(), objects.getKey());
        if (other != null && other != objects.getKey()) {
          several.add(object.ref().key());
        }
      }
    }
    owners.keySet().removeAll(several);
    return owners;
  }

  private static List<Manifest> with(List<Manifest> objects, List<Manifest> more) {
    List<Manifest> both = new ArrayList<>(objects.size() + more.size());
    both.addAll(objects);
    both.addAll(more);
    return both;
  }

  /** The namespaces with the labels that their pods need. */
  private Map<ObjectRef.Key, Manifest> labelled(
      Collection<Namespace> namespaces, NamespaceLevels levels) {
    Map<ObjectRef.Key, Manifest> labelled = new HashMap<>();
    for (Manifest object : objects(namespaces, levels)) {
      if (object.ref().kind().equals("Namespace")) {
        labelled.put(object.ref().key(), object);
      }
    }
    return labelled;
  }

  /**
   * What somebody else will start, for each namespace whose labels are ours to give; no namespace
   * where a cluster does not go by them.
   */
  private Map<String, List<PodTemplate>> expected(Collection<Namespace> namespaces) {
    Map<String, List<PodTemplate>> expected = new HashMap<>();
    boolean labelled = NamespaceLabels.on(cluster);
    for (Namespace namespace : namespaces) {
      if (labelled && namespace.created()) {
        expected.put(namespace.name(), new ArrayList<>());
      }
    }
    for (Application application : applications) {
      List<PodTemplate> there = expected.get(application.namespace());
      if (there != null) {
        for (ExpectedPods pods : application.expected()) {
          there.add(NamespaceLabels.sample(pods.profile(), cluster));
        }
      }
    }
    return expected;
  }

  private List<Manifest> objects(Collection<Namespace> namespaces, NamespaceLevels levels) {
    List<Manifest> objects = new ArrayList<>();
    for (PriorityClass priorityClass : priorityClasses) {
      objects.add(priorityClass.manifest());
    }
    for (Namespace namespace : namespaces) {
      objects.addAll(NamespaceRendering.render(namespace, levels.labels(namespace.name())));
    }
    return objects;
  }

  private Collection<Namespace> everyNamespace() {
    Map<String, Namespace> all = new TreeMap<>(namespaces);
    for (Application application : applications) {
      all.computeIfAbsent(application.namespace(), Namespace::of);
    }
    return all.values();
  }

  private List<Manifest> judged(ManifestSet objects) {
    List<Operator> operators = new ArrayList<>();
    for (Application application : applications) {
      operators.addAll(application.operators());
    }
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
    public void document(Document document) {
      beside.document(document);
    }

    @Override
    public void declare(Declaration declaration) {
      beside.declare(declaration);
    }

    @Override
    public void notice(Notice notice) {
      beside.notice(notice);
    }
  }
}
