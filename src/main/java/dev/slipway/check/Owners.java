package dev.slipway.check;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which pods and workloads of a live cluster were made by others that are there, too: by the
 * ReplicaSet of a Deployment, for one. They are as their makers want them, and are judged there.
 */
final class Owners {
  private static final String HASH = "pod-template-hash";

  private final Map<String, List<Subject>> makers = new HashMap<>();

  private Owners(List<Subject> subjects) {
    for (Subject subject : subjects) {
      if (subject.pod() != null) {
        makers
            .computeIfAbsent(key(subject.ref().kind(), subject.name()), key -> new ArrayList<>(1))
            .add(subject);
      }
    }
  }

  /** The objects without those that others among them made. */
  static List<Subject> withoutMade(List<Subject> subjects) {
    boolean any = false;
    for (Subject subject : subjects) {
      any |= subject.isOwned();
    }
    if (!any) {
      return subjects;
    }
    Owners owners = new Owners(subjects);
    List<Subject> kept = new ArrayList<>(subjects.size());
    for (Subject subject : subjects) {
      if (subject.pod() == null || !owners.made(subject)) {
        kept.add(subject);
      }
    }
    return kept;
  }

  private boolean made(Subject subject) {
    for (Node node : subject.owners()) {
      @Nullable String kind = node instanceof Mapping owner ? owner.string("kind") : null;
      @Nullable String name = node instanceof Mapping owner ? owner.string("name") : null;
      if (kind != null && name != null && (has(kind, name, subject) || made(kind, name, subject))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a pod's ReplicaSet, which was not given, is that of a Deployment which was. */
  private boolean made(String kind, String name, Subject subject) {
    @Nullable String hash = subject.labels().string(HASH);
    return kind.equals("ReplicaSet")
        && hash != null
        && name.endsWith("-" + hash)
        && has("Deployment", name.substring(0, name.length() - hash.length() - 1), subject);
  }

  private boolean has(String kind, String name, Subject made) {
    for (Subject maker : makers.getOrDefault(key(kind, name), List.of())) {
      if (maker != made && Facts.together(maker.namespace(), made.namespace())) {
        return true;
      }
    }
    return false;
  }

  private static String key(String kind, String name) {
    return kind + "/" + name;
  }
}
