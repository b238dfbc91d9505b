package dev.slipway.check.schema;

import dev.slipway.check.schema.Fault.What;
import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Suggestions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells of fields that are not known where they stand, and where they were probably meant. */
final class Strangers {
  private static final int DEEPEST = 4;

  private final KubernetesApi api;
  private final int minor;

  Strangers(KubernetesApi api, int minor) {
    this.api = api;
    this.minor = minor;
  }

  /** That a part of an object has a field of a name that its type has not. */
  Fault fault(Scope scope, String key) {
    @Nullable ApiField other = scope.type().elsewhere(key);
    if (other != null) {
      return new Fault(
          What.UNKNOWN_FIELD,
          scope.place().key(key).path(),
          "'%s' of %s %s; the cluster has %s."
              .formatted(
                  key,
                  named(scope),
                  other.releases().whyNot(minor),
                  new KubernetesVersion(1, minor)),
          other.releases().first() > minor ? "Remove it, or wait for the cluster's upgrade." : "");
    }
    return new Fault(
        What.UNKNOWN_FIELD,
        scope.place().key(key).path(),
        "%s has no field '%s'%s."
            .formatted(
                atFirst(scope),
                key,
                minor == Releases.UNKNOWN
                    ? ""
                    : " in Kubernetes " + new KubernetesVersion(1, minor)),
        meant(scope, key));
  }

  private String meant(Scope scope, String key) {
    @Nullable FieldPath elsewhere = above(scope, key);
    if (elsewhere == null) {
      elsewhere = below(scope, key);
    }
    return elsewhere == null
        ? Suggestions.didYouMean(key, scope.type().names(minor))
        : "It belongs at %s.".formatted(elsewhere);
  }

  /** The nearest part around it that has such a field, and has it not filled. */
  private @Nullable FieldPath above(Scope scope, String key) {
    for (@Nullable Scope up = scope.up(); up != null; up = up.up()) {
      if (up.type().field(key, minor) != null && !up.body().has(key)) {
        return up.place().key(key).path();
      }
    }
    return null;
  }

  /** The nearest part below it that has such a field; of lists, the first item. */
  private @Nullable FieldPath below(Scope scope, String key) {
    Deque<Reached> todo = new ArrayDeque<>(List.of(new Reached(scope.type(), scope.place(), 0)));
    Set<ApiType> seen = new HashSet<>();
    while (!todo.isEmpty()) {
      Reached reached = todo.remove();
      if (reached.depth > 0 && reached.type.field(key, minor) != null) {
        return reached.place.key(key).path();
      }
      if (reached.depth < DEEPEST && seen.add(reached.type)) {
        enter(reached, true, todo);
        enter(reached, false, todo);
      }
    }
    return null;
  }

  /** Goes into the parts of a part, those first that it must have. */
  private void enter(Reached from, boolean required, Deque<Reached> todo) {
    for (ApiField field : from.type.fields()) {
      if (field.required() != required || !field.releases().include(minor)) {
        continue;
      }
      boolean list = field.type().sign() == '[';
      FieldType type = list ? field.type().item() : field.type();
      if (type.isDefined()) {
        Place at = from.place.key(field.name());
        todo.add(new Reached(type.definition(api), list ? at.index(0) : at, from.depth + 1));
      }
    }
  }

  /** {@code a PodSpec}. */
  static String named(Scope scope) {
    String name = scope.type().plainName();
    return article(name) + name;
  }

  /** What stands before a type's name. */
  static String article(String name) {
    return "AEIOU".indexOf(name.charAt(0)) >= 0 || name.startsWith("HTTP") ? "an " : "a ";
  }

  /** {@code A PodSpec}. */
  static String atFirst(Scope scope) {
    return "A" + named(scope).substring(1);
  }

  /** {@code A, B or C}. */
  static String either(List<String> words) {
    return list(words, "or");
  }

  /** Words with another before the last of them. */
  static String list(List<String> words, String link) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " " + link + " " + words.get(last);
  }

  private record Reached(ApiType type, Place place, int depth) {}
}
