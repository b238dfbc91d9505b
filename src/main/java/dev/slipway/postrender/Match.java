package dev.slipway.postrender;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.podsecurity.PodTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which objects a rule is for: those of which everything that is given is true.
 *
 * @param kinds empty for every kind that has pods
 * @param group the kinds' API group, which is empty for the core group; any where not given
 * @param names in each of which {@code *} stands for any letters, or none; empty for every name
 * @param namespaces empty for all; an object that leaves its namespace to who applies it may be in
 *     any
 * @param labels what the object itself must be labelled with
 */
public record Match(
    List<String> kinds,
    Optional<String> group,
    List<String> names,
    List<String> namespaces,
    Map<String, String> labels) {
  /** Every workload. */
  public static final Match EVERY_WORKLOAD =
      new Match(List.of(), Optional.empty(), List.of(), List.of(), Map.of());

  public Match {
    kinds = List.copyOf(kinds);
    names = List.copyOf(names);
    namespaces = List.copyOf(namespaces);
    labels = Map.copyOf(labels);
  }

  /** Whether an object is meant. */
  public boolean matches(Manifest object) {
    return isOfKind(object) && isNamed(object) && isIn(object) && isLabelled(object);
  }

  boolean isOfKind(Manifest object) {
    boolean kind =
        kinds.isEmpty() ? PodTemplate.of(object).isPresent() : kinds.contains(object.ref().kind());
    return kind && (group.isEmpty() || group.get().equals(object.ref().type().group()));
  }

  boolean isNamed(Manifest object) {
    if (names.isEmpty()) {
      return true;
    }
    for (String name : names) {
      if (isLike(object.ref().name(), name)) {
        return true;
      }
    }
    return false;
  }

  boolean isIn(Manifest object) {
    String namespace = object.ref().namespace();
    return namespaces.isEmpty() || namespace.isEmpty() || namespaces.contains(namespace);
  }

  boolean isLabelled(Manifest object) {
    Mapping has = object.metadata().mapping("labels");
    for (Map.Entry<String, String> label : labels.entrySet()) {
      @Nullable String value = has.string(label.getKey());
      if (!label.getValue().equals(value)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Goes back to the last star only, which is enough, so that it takes no more than n × m steps.
   */
  private static boolean isLike(String name, String pattern) {
    int at = 0;
    int star = -1;
    int afterStar = 0;
    int i = 0;
    while (i < name.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        afterStar = i;
      } else if (at < pattern.length() && pattern.charAt(at) == name.charAt(i)) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++afterStar;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }
}
