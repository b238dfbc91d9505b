package dev.slipway.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds pods by their labels without looking at every pod. */
final class PodIndex {
  private final List<Subject> all = new ArrayList<>();
  private final Map<Subject, Map<String, String>> labels = new IdentityHashMap<>();
  private final Map<String, Map<String, List<Subject>>> byPair = new HashMap<>();

  PodIndex(List<Subject> subjects) {
    for (Subject subject : subjects) {
      if (subject.pod() != null) {
        Map<String, String> own = Selector.strings(subject.pod().labels());
        all.add(subject);
        labels.put(subject, own);
        for (Map.Entry<String, String> pair : own.entrySet()) {
          byPair
              .computeIfAbsent(pair.getKey(), key -> new HashMap<>())
              .computeIfAbsent(pair.getValue(), value -> new ArrayList<>())
              .add(subject);
        }
      }
    }
  }

  List<Subject> selected(Selector selector, String namespace) {
    List<Subject> candidates = all;
    for (Map.Entry<String, String> pair : selector.pairs().entrySet()) {
      List<Subject> some =
          byPair.getOrDefault(pair.getKey(), Map.of()).getOrDefault(pair.getValue(), List.of());
      candidates = some.size() < candidates.size() ? some : candidates;
    }
    List<Subject> selected = new ArrayList<>();
    for (Subject candidate : candidates) {
      if (Facts.together(candidate.namespace(), namespace)
          && selector.matches(labels.getOrDefault(candidate, Map.of()))) {
        selected.add(candidate);
      }
    }
    return selected;
  }
}
