package dev.slipway.placement.pod;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pods that a pod must stand with, or must not, and how near that is.
 *
 * @param namespaces in which they are, besides those that {@code namespaceSelector} means
 */
public record AffinityTerm(
    Set<String> namespaces,
    LabelSelector namespaceSelector,
    LabelSelector selector,
    String topologyKey) {
  public AffinityTerm {
    namespaces = Set.copyOf(namespaces);
  }

  static List<AffinityTerm> list(Seq written, String namespace, Map<String, String> labels) {
    List<AffinityTerm> terms = new ArrayList<>(written.size());
    for (Mapping term : Fields.mappings(written)) {
      List<String> named = Fields.strings(term.seq("namespaces"));
      @Nullable Node selected = term.get("namespaceSelector");
      boolean own = named.isEmpty() && !(selected instanceof Mapping);
      LabelSelector selector = LabelSelector.of(term.get("labelSelector"));
      terms.add(
          new AffinityTerm(
              own ? Set.of(namespace) : Set.copyOf(named),
              LabelSelector.of(selected),
              selector
                  .and(ofOwn(labels, term.seq("matchLabelKeys"), "In"))
                  .and(ofOwn(labels, term.seq("mismatchLabelKeys"), "NotIn")),
              Fields.string(term, "topologyKey")));
    }
    return List.copyOf(terms);
  }

  /** Requirements that keys come to with the pod's own labels, of which it may lack some. */
  static List<Requirement> ofOwn(Map<String, String> labels, Seq keys, String operator) {
    List<Requirement> own = new ArrayList<>(keys.size());
    for (String key : Fields.strings(keys)) {
      @Nullable String value = labels.get(key);
      if (value != null) {
        own.add(new Requirement(key, operator, List.of(value)));
      }
    }
    return own;
  }

  AffinityTerm with(LabelSelector other) {
    return new AffinityTerm(namespaces, namespaceSelector, other, topologyKey);
  }

  /** Whether pods of a shape are meant. */
  public boolean matches(PodShape pod) {
    return selector.matches(pod.labels())
        && (namespaces.contains(pod.namespace())
            || namespaceSelector.matches(pod.namespaceLabels()));
  }

  public static boolean allMatch(List<AffinityTerm> terms, PodShape pod) {
    for (AffinityTerm term : terms) {
      if (!term.matches(pod)) {
        return false;
      }
    }
    return !terms.isEmpty();
  }
}
