package dev.slipway.definition;

import dev.slipway.manifest.Position;
import dev.slipway.manifest.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that stand in one part of a file, and the references to them. */
final class NameScope {
  private static final int MOST_NAMED = 20;

  private record Reference(String kind, String name, String subject, Position at) {}

  private final Set<String> kinds;

  /** By kind; a name that stands outside of the file has no position. */
  private final Map<String, Map<String, @Nullable Position>> names = new LinkedHashMap<>();

  private final List<Reference> references = new ArrayList<>();

  /** A scope that keeps names of the given kinds to itself. */
  NameScope(Set<String> kinds) {
    this.kinds = kinds;
  }

  boolean keeps(String kind) {
    return kinds.contains(kind);
  }

  void know(String kind, String name) {
    of(kind).put(name, null);
  }

  void declare(String kind, String name, Position at, Reading reading) {
    Map<String, @Nullable Position> known = of(kind);
    if (!known.containsKey(name)) {
      known.put(name, at);
      return;
    }
    Position first = known.get(name);
    reading.report(
        at,
        "There is %s '%s' already%s."
            .formatted(Nouns.withArticle(kind), name, first == null ? "" : ", at " + first),
        "Give each %s a name of its own.".formatted(kind));
  }

  void refer(String kind, String name, String subject, Position at) {
    references.add(new Reference(kind, name, subject, at));
  }

  /** Says which references lead nowhere. */
  void close(Reading reading) {
    for (Reference reference : references) {
      if (!of(reference.kind()).containsKey(reference.name())) {
        List<String> known = List.copyOf(of(reference.kind()).keySet());
        reading.report(
            reference.at(),
            "%s is '%s', but there is no such %s; %s."
                .formatted(reference.subject(), reference.name(), reference.kind(), listed(known)),
            remedy(reference, known));
      }
    }
  }

  private static String listed(List<String> known) {
    if (known.isEmpty()) {
      return "there is none at all";
    }
    return known.size() > MOST_NAMED
        ? "there are %s others".formatted(known.size())
        : "there " + (known.size() == 1 ? "is " : "are ") + Nouns.quoted(known, "and");
  }

  private static String remedy(Reference reference, List<String> known) {
    String near = Suggestions.didYouMean(reference.name(), known);
    return near.isEmpty()
        ? "Name one that is there, or add %s.".formatted(Nouns.withArticle(reference.kind()))
        : near;
  }

  private Map<String, @Nullable Position> of(String kind) {
    return names.computeIfAbsent(kind, k -> new LinkedHashMap<>());
  }
}
