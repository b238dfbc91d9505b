package dev.slipway.postrender;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds out why a rule matches nothing: the first of its conditions that nothing fulfils. */
final class NothingMatched {
  private static final int SHOWN = 5;

  private final PostRenderRule rule;
  private final Match match;
  private final List<Manifest> all;

  NothingMatched(PostRenderRule rule, ManifestStream stream) {
    this.rule = rule;
    this.match = rule.match();
    this.all = stream.objects().stream().map(StreamedObject::manifest).toList();
  }

  Problem problem() {
    String optional = "Say 'optional: true' if that may be so.";
    String hint = hint();
    return Problem.of(
            "The rule '%s' matches nothing that came in%s.".formatted(rule.name(), because()),
            hint.isEmpty() ? optional : hint + " " + optional)
        .orAt(rule.origin().at());
  }

  private String because() {
    if (all.isEmpty()) {
      return ", for nothing did";
    }
    if (ofKind().isEmpty()) {
      return match.kinds().isEmpty()
          ? ": there is no workload"
          : ": there is no " + String.join(" or ", match.kinds());
    }
    if (named().isEmpty()) {
      return ": there is no %s named '%s'".formatted(kind(), String.join("' or '", match.names()));
    }
    if (in().isEmpty()) {
      return ": there is none in namespace '%s'"
          .formatted(String.join("' or '", match.namespaces()));
    }
    return ": there is none with the labels "
        + match.labels().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(", "));
  }

  private String hint() {
    if (all.isEmpty()) {
      return "";
    }
    if (ofKind().isEmpty()) {
      TreeSet<String> kinds = new TreeSet<>();
      all.forEach(object -> kinds.add(object.ref().kind()));
      String near =
          match.kinds().isEmpty() ? "" : Suggestions.didYouMean(match.kinds().get(0), kinds);
      return near.isEmpty() ? "There are: " + String.join(", ", kinds) + "." : near;
    }
    if (named().isEmpty()) {
      TreeSet<String> names = new TreeSet<>();
      ofKind().forEach(object -> names.add(object.ref().name()));
      String near = Suggestions.didYouMean(match.names().get(0).replace("*", ""), names);
      return near.isEmpty() ? thereAre(ofKind()) : near;
    }
    return thereAre(in().isEmpty() ? named() : in());
  }

  private String thereAre(List<Manifest> some) {
    return "There "
        + (some.size() == 1 ? "is " : "are ")
        + some.stream()
            .limit(SHOWN)
            .map(object -> object.ref().toString())
            .collect(Collectors.joining(", "))
        + (some.size() > SHOWN ? " and " + (some.size() - SHOWN) + " more" : "")
        + ".";
  }

  private String kind() {
    return match.kinds().isEmpty() ? "workload" : String.join(" or ", match.kinds());
  }

  private List<Manifest> ofKind() {
    return those(all, match::isOfKind);
  }

  private List<Manifest> named() {
    return those(ofKind(), match::isNamed);
  }

  private List<Manifest> in() {
    return those(named(), match::isIn);
  }

  private static List<Manifest> those(List<Manifest> some, Predicate<Manifest> which) {
    return some.stream().filter(which).toList();
  }
}
