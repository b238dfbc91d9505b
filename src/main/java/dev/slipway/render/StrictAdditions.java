package dev.slipway.render;

import dev.slipway.app.Application;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Problem;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.StrictDefault;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what strict defaults would have added to an application that is rendered as given: the same
 * application is rendered once more under them, and the two are compared.
 */
final class StrictAdditions {
  private static final int MOST_NAMED = 2;

  private final Application application;
  private final ObjectRef first;
  private final Sink out;

  private StrictAdditions(Application application, ObjectRef first, Sink out) {
    this.application = application;
    this.first = first;
    this.out = out;
  }

  /**
   * Declares it, once for each of the strict defaults.
   *
   * @param strict where it would be rendered to under strict defaults
   * @param given its objects, before any patch
   * @param written all objects, after every patch
   */
  static void declare(
      Application application, Target strict, List<Manifest> given, ManifestSet written, Sink out) {
    if (given.isEmpty()) {
      return;
    }
    Manifest first =
        given.stream().filter(o -> PodTemplate.of(o).isPresent()).findFirst().orElse(given.get(0));
    new StrictAdditions(application, first.ref(), out).compare(strict, given, written);
  }

  private void compare(Target target, List<Manifest> given, ManifestSet written) {
    Collected strict = new Collected();
    try {
      application.underStrictDefaults().render(target, strict);
    } catch (InvalidInputException e) {
      Problem refused = e.problems().get(0);
      out.notice(
          Notice.info(
                  "as-given",
                  "Strict defaults would refuse %s: %s".formatted(application, refused.message()),
                  refused.remedy())
              .about(first));
      return;
    }
    Map<ObjectRef.Key, Manifest> before = new HashMap<>();
    given.forEach(object -> before.put(object.ref().key(), object));
    Map<StrictDefault, List<Addition>> additions = new EnumMap<>(StrictDefault.class);
    for (Manifest object : ManifestSet.of(strict.objects())) {
      ObjectRef.Key key = object.ref().key();
      Addition.of(object, before.get(key), written.find(key).orElse(null))
          .forEach(a -> additions.computeIfAbsent(a.what(), what -> new ArrayList<>()).add(a));
    }
    additions.forEach(this::declare);
  }

  private void declare(StrictDefault what, List<Addition> additions) {
    @Nullable Addition here = null;
    Set<String> phrases = new LinkedHashSet<>();
    Set<ObjectRef> others = new LinkedHashSet<>();
    for (Addition addition : additions) {
      phrases.add(addition.phrase());
      if (!addition.field().equals(FieldPath.ROOT)) {
        others.add(addition.object());
        boolean better = addition.object().equals(first);
        here = here == null || (better && !here.object().equals(first)) ? addition : here;
      }
    }
    ObjectRef at = here == null ? first : here.object();
    others.remove(at);
    out.declare(
        new Declaration.LeftOut(
            at.key(),
            here == null ? FieldPath.ROOT : here.field(),
            listed(List.copyOf(phrases)) + alsoTo(List.copyOf(others)),
            application.why(what)));
  }

  private static String alsoTo(List<ObjectRef> others) {
    if (others.isEmpty()) {
      return "";
    }
    return others.size() > MOST_NAMED
        ? ", also to %s other objects".formatted(others.size())
        : others.stream()
            .map(other -> other.kind() + " '" + other.name() + "'")
            .collect(Collectors.joining(" and ", ", also to ", ""));
  }

  private static String listed(List<String> phrases) {
    int last = phrases.size() - 1;
    return last == 0
        ? phrases.get(0)
        : String.join(", ", phrases.subList(0, last)) + " and " + phrases.get(last);
  }
}
