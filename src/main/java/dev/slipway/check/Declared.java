package dev.slipway.check;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.target.Declaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was declared beside the manifests, and what their annotations say. */
final class Declared {
  private final Map<ObjectRef.Key, Declaration.Quorum> quorums = new HashMap<>();
  private final Map<ObjectRef.Key, Declaration.ShutdownTime> shutdownTimes = new HashMap<>();
  private final Map<ObjectRef.Key, Declaration.Existing> existing = new HashMap<>();

  Declared(List<Declaration> declarations) {
    for (Declaration declaration : declarations) {
      if (declaration instanceof Declaration.Quorum quorum) {
        quorums.put(quorum.workload(), quorum);
      } else if (declaration instanceof Declaration.ShutdownTime shutdown) {
        shutdownTimes.put(shutdown.workload(), shutdown);
      } else if (declaration instanceof Declaration.Existing object) {
        existing.merge(object.object(), object, Declared::keysOfBoth);
      }
    }
  }

  /** An object of which one declares no keys may have any. */
  private static Declaration.Existing keysOfBoth(
      Declaration.Existing one, Declaration.Existing other) {
    if (one.keys().isEmpty() || other.keys().isEmpty()) {
      return one.keys().isEmpty() ? one : other;
    }
    java.util.Set<String> keys = new java.util.HashSet<>(one.keys());
    keys.addAll(other.keys());
    return new Declaration.Existing(one.object(), keys);
  }

  Declaration.@Nullable Quorum quorum(Subject workload) {
    return quorums.get(workload.ref().key());
  }

  Declaration.@Nullable ShutdownTime shutdownTime(Subject workload) {
    return shutdownTimes.get(workload.ref().key());
  }

  Declaration.@Nullable Existing existing(Subject who, GroupKind kind, String name) {
    return existing.get(new ObjectRef.Key(kind, who.namespace(), name));
  }
}
