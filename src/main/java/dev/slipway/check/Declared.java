package dev.slipway.check;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.target.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was declared beside the manifests, and what their annotations say. */
final class Declared {
  private final Map<ObjectRef.Key, Declaration.Quorum> quorums = new HashMap<>();
  private final Map<ObjectRef.Key, Declaration.ShutdownTime> shutdownTimes = new HashMap<>();
  private final Map<ObjectRef.Key, Declaration.Existing> existing = new HashMap<>();
  private final Map<ObjectRef.Key, List<Declaration.LeftOut>> leftOut = new HashMap<>();

  /** An annotation of an object wins over what was declared of it. */
  Declared(List<Declaration> declarations, List<Subject> subjects) {
    declarations.forEach(this::add);
    subjects.forEach(this::addAnnotationsOf);
  }

  Declaration.@Nullable Quorum quorum(Subject workload) {
    return quorums.get(workload.ref().key());
  }

  Declaration.@Nullable ShutdownTime shutdownTime(Subject workload) {
    return shutdownTimes.get(workload.ref().key());
  }

  /** An object that is left to any namespace may be in that of one that is declared, or back. */
  Declaration.@Nullable Existing existing(GroupKind kind, String namespace, String name) {
    Declaration.@Nullable Existing found = existing.get(new ObjectRef.Key(kind, namespace, name));
    if (found != null || existing.isEmpty()) {
      return found;
    }
    if (!namespace.isEmpty()) {
      return existing.get(new ObjectRef.Key(kind, "", name));
    }
    for (Declaration.Existing declared : existing.values()) {
      if (declared.object().kind().equals(kind) && declared.object().name().equals(name)) {
        found = found == null ? declared : both(found, declared);
      }
    }
    return found;
  }

  List<Declaration.LeftOut> leftOut(Subject object) {
    return leftOut.getOrDefault(object.ref().key(), List.of());
  }

  private void add(Declaration declaration) {
    if (declaration instanceof Declaration.Quorum quorum) {
      quorums.put(quorum.workload(), quorum);
    } else if (declaration instanceof Declaration.ShutdownTime shutdown) {
      shutdownTimes.put(shutdown.workload(), shutdown);
    } else if (declaration instanceof Declaration.Existing object) {
      existing.merge(object.object(), object, Declared::both);
    } else if (declaration instanceof Declaration.LeftOut addition) {
      leftOut.computeIfAbsent(addition.object(), object -> new ArrayList<>()).add(addition);
    }
  }

  /** An object of which one declares no keys may have any. */
  private static Declaration.Existing both(Declaration.Existing one, Declaration.Existing other) {
    if (one.keys().isEmpty() || other.keys().isEmpty()) {
      return one.keys().isEmpty() ? one : other;
    }
    Set<String> keys = new HashSet<>(one.keys());
    keys.addAll(other.keys());
    return new Declaration.Existing(one.object(), keys);
  }

  private void addAnnotationsOf(Subject subject) {
    Mapping annotations = subject.annotations();
    if (annotations.isEmpty()) {
      return;
    }
    ObjectRef.Key workload = subject.ref().key();
    @Nullable String quorum = annotations.string(Annotations.QUORUM);
    if (quorum != null) {
      Annotations.quorum(quorum).ifPresent(pods -> add(new Declaration.Quorum(workload, pods, "")));
    }
    @Nullable String time = annotations.string(Annotations.SHUTDOWN_TIME);
    if (time != null) {
      Annotations.shutdownTime(time)
          .ifPresent(known -> add(new Declaration.ShutdownTime(workload, known, "")));
    }
    @Nullable String objects = annotations.string(Annotations.EXISTING);
    if (objects != null) {
      Annotations.existing(objects)
          .ifPresent(
              known ->
                  known.forEach(
                      object ->
                          add(
                              new Declaration.Existing(
                                  new ObjectRef.Key(
                                      object.getKey(), subject.namespace(), object.getValue()),
                                  Set.of()))));
    }
  }
}
