package dev.slipway.check;

import dev.slipway.check.schema.Schemas;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.target.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules can ask: about the other objects, the cluster, and what was declared beside them.
 *
 * <p>An object that names no namespace may come to be in any, so it is taken to be with every other
 * one.
 */
public final class Facts {
  private final List<Subject> subjects;
  private final Optional<Cluster> cluster;
  private final Requirements requirements;
  private final Declared declared;
  private final Schedule schedule;
  private final Map<GroupKind, List<Subject>> byKind = new HashMap<>();
  private final Map<GroupKind, Map<String, List<Subject>>> byName = new HashMap<>();
  private @Nullable PodIndex pods;
  private final Nodes nodes;
  private @Nullable Scaling scaling;
  private @Nullable Promised promised;
  private @Nullable Schemas schemas;
  private @Nullable CustomResources customResources;
  private @Nullable Map<Subject, List<Budget>> budgets;
  private @Nullable Map<String, List<Subject>> mounting;
  private @Nullable Mentions mentions;

  Facts(
      List<Subject> subjects,
      Optional<Cluster> cluster,
      Requirements requirements,
      Declared declared,
      Schedule schedule) {
    this.subjects = subjects;
    this.cluster = cluster;
    this.requirements = requirements;
    this.declared = declared;
    this.schedule = schedule;
    this.nodes = new Nodes(cluster);
    for (Subject subject : subjects) {
      byKind.computeIfAbsent(subject.kind(), kind -> new ArrayList<>()).add(subject);
    }
  }

  /** The cluster that the objects are for, where that is known. */
  public Optional<Cluster> cluster() {
    return cluster;
  }

  /** What the cluster demands of everybody's workloads. */
  public Requirements requirements() {
    return requirements;
  }

  /** What containers of a namespace get that say nothing themselves. */
  public ContainerDefaults containerDefaults(String namespace) {
    return new ContainerDefaults(ofKind(Kinds.LIMIT_RANGE), namespace);
  }

  /** The names of the objects of a kind that are, or may come to be, in a namespace. */
  public List<String> names(GroupKind kind, String namespace) {
    List<String> names = new ArrayList<>();
    for (Subject object : ofKind(kind)) {
      if (together(object.namespace(), namespace)) {
        names.add(object.name());
      }
    }
    return names;
  }

  /** The names of the kinds that there are objects of. */
  Set<String> kinds() {
    Set<String> kinds = new HashSet<>();
    for (GroupKind kind : byKind.keySet()) {
      kinds.add(kind.kind());
    }
    return kinds;
  }

  /** All objects of a kind. */
  public List<Subject> ofKind(GroupKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** An object that one of a namespace means by its kind and name, if there is one. */
  public @Nullable Subject find(GroupKind kind, String namespace, String name) {
    Map<String, List<Subject>> names = byName.computeIfAbsent(kind, this::named);
    for (Subject candidate : names.getOrDefault(name, List.of())) {
      if (together(candidate.namespace(), namespace)) {
        return candidate;
      }
    }
    return null;
  }

  private Map<String, List<Subject>> named(GroupKind kind) {
    Map<String, List<Subject>> names = new HashMap<>();
    for (Subject subject : ofKind(kind)) {
      names.computeIfAbsent(subject.name(), name -> new ArrayList<>(1)).add(subject);
    }
    return names;
  }

  /** The objects whose pods a selector of a namespace selects; pods themselves are objects too. */
  public List<Subject> selected(Selector selector, String namespace) {
    PodIndex index = pods;
    if (index == null) {
      index = new PodIndex(subjects);
      pods = index;
    }
    return index.selected(selector, namespace);
  }

  /**
   * Whether a selector of a namespace selects no pod, and nothing is there whose controller may
   * make one.
   */
  public boolean selectsNone(Selector selector, String namespace) {
    return selected(selector, namespace).isEmpty()
        && !customResources().mayMake(selector, namespace);
  }

  /** Whether a custom resource of a namespace may come to make an object of a name. */
  public boolean mayBeMade(String name, String namespace) {
    return customResources().mayMake(name, namespace);
  }

  private CustomResources customResources() {
    CustomResources known = customResources;
    if (known == null) {
      known = new CustomResources(subjects);
      customResources = known;
    }
    return known;
  }

  /** Every object. */
  public List<Subject> all() {
    return subjects;
  }

  /** How many pods a workload has, and who decides it. */
  public Scaling scaling() {
    Scaling known = scaling;
    if (known == null) {
      known = new Scaling(this);
      scaling = known;
    }
    return known;
  }

  /** What was declared of a workload's quorum, if anything. */
  public Declaration.@Nullable Quorum quorum(Subject workload) {
    return declared.quorum(workload);
  }

  /** What was declared of how long a workload's process takes to end, if anything. */
  public Declaration.@Nullable ShutdownTime shutdownTime(Subject workload) {
    return declared.shutdownTime(workload);
  }

  /** What strict defaults would have added to an object that is rendered as given. */
  public List<Declaration.LeftOut> leftOut(Subject object) {
    return declared.leftOut(object);
  }

  /** The disruption budgets that a workload's pods are under. */
  public List<Budget> budgets(Subject workload) {
    Map<Subject, List<Budget>> known = budgets;
    if (known == null) {
      known = new IdentityHashMap<>();
      for (Subject object : ofKind(Kinds.BUDGET)) {
        Budget budget = new Budget(object);
        for (Subject pods : selected(budget.selector(), object.namespace())) {
          known.computeIfAbsent(pods, key -> new ArrayList<>(1)).add(budget);
        }
      }
      budgets = known;
    }
    return known.getOrDefault(workload, List.of());
  }

  /** The objects whose pods mount a claim of a name, in whichever namespace. */
  public List<Subject> mounting(String claim) {
    Map<String, List<Subject>> known = mounting;
    if (known == null) {
      known = new HashMap<>();
      for (Subject subject : subjects) {
        for (Reference reference :
            subject.pod() == null ? List.<Reference>of() : Reference.of(subject.pod())) {
          if (reference.kind().equals(Kinds.CLAIM)) {
            known.computeIfAbsent(reference.name(), key -> new ArrayList<>(1)).add(subject);
          }
        }
      }
      mounting = known;
    }
    return known.getOrDefault(claim, List.of());
  }

  /** Whether a name is, or is part of, any text of an object other than the one that has it. */
  public boolean isMentioned(String name, Subject except) {
    Mentions known = mentions;
    if (known == null) {
      known = new Mentions(subjects);
      mentions = known;
    }
    return known.has(name, except);
  }

  /** The nodes of the cluster. */
  public Nodes nodes() {
    return nodes;
  }

  /** Where all pods together find nodes. */
  public Schedule schedule() {
    return schedule;
  }

  /** Whether what an object names is there, or will be. */
  public Reference.Answer judge(Reference reference, Subject who) {
    @Nullable Subject object = find(reference.kind(), who.namespace(), reference.name());
    if (object != null) {
      return reference.answeredBy(object);
    }
    Declaration.@Nullable Existing existing =
        declared.existing(reference.kind(), who.namespace(), reference.name());
    if (existing != null) {
      return reference.answeredBy(existing);
    }
    return promised().has(reference, who.namespace())
        ? Reference.Answer.THERE
        : Reference.Answer.NO_OBJECT;
  }

  private Promised promised() {
    Promised known = promised;
    if (known == null) {
      known = new Promised(this);
      promised = known;
    }
    return known;
  }

  /** What the cluster's API takes. */
  public Schemas schemas() {
    Schemas known = schemas;
    if (known == null) {
      known = new Schemas(cluster.map(Cluster::version), definitions());
      schemas = known;
    }
    return known;
  }

  private List<Manifest> definitions() {
    List<Manifest> definitions = new ArrayList<>(0);
    for (Subject definition : ofKind(Kinds.DEFINITION)) {
      definitions.add(definition.manifest());
    }
    return definitions;
  }

  /** The manifest of a namespace, if there is one. */
  public @Nullable Subject namespace(String name) {
    return find(Kinds.NAMESPACE, "", name);
  }

  /** Whether objects of two namespaces are, or may come to be, in one. */
  public static boolean together(String namespace, String other) {
    return namespace.equals(other) || namespace.isEmpty() || other.isEmpty();
  }
}
