package dev.slipway.check;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Declared declared;
  private final Map<GroupKind, List<Subject>> byKind = new HashMap<>();
  private @Nullable PodIndex pods;
  private @Nullable Scaling scaling;

  Facts(List<Subject> subjects, Optional<Cluster> cluster, Declared declared) {
    this.subjects = subjects;
    this.cluster = cluster;
    this.declared = declared;
    for (Subject subject : subjects) {
      byKind.computeIfAbsent(subject.kind(), kind -> new ArrayList<>()).add(subject);
    }
  }

  /** The cluster that the objects are for, where that is known. */
  public Optional<Cluster> cluster() {
    return cluster;
  }

  /** All objects of a kind. */
  public List<Subject> ofKind(GroupKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** An object that one of a namespace means by its kind and name, if there is one. */
  public @Nullable Subject find(GroupKind kind, String namespace, String name) {
    for (Subject candidate : ofKind(kind)) {
      if (candidate.name().equals(name) && together(candidate.namespace(), namespace)) {
        return candidate;
      }
    }
    return null;
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

  /** What was declared of an object that one names and that no manifest holds, if anything. */
  public Declaration.@Nullable Existing existing(Subject who, GroupKind kind, String name) {
    return declared.existing(who, kind, name);
  }

  /** The labels of a namespace, where a manifest of it tells. */
  public @Nullable Subject namespace(String name) {
    return find(Kinds.NAMESPACE, "", name);
  }

  static boolean together(String namespace, String other) {
    return namespace.equals(other) || namespace.isEmpty() || other.isEmpty();
  }

  /** The annotations of an object. */
  static Mapping annotations(Subject subject) {
    return subject.manifest().metadata().mapping("annotations");
  }
}
