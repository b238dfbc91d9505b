package dev.slipway.manifest.patch;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the changes to rendered objects that the model has no words for. */
public final class Patches {
  private static final int SHOWN_NAMES = 5;

  /** What the objects come of. */
  private static final String APPLICATIONS = "applications";

  private static final List<FieldPath> IDENTITY =
      List.of(
          FieldPath.of("apiVersion"),
          FieldPath.of("kind"),
          FieldPath.of("metadata", "name"),
          FieldPath.of("metadata", "namespace"));

  private final List<Manifest> objects;
  private final Map<String, List<Integer>> byKind = new TreeMap<>();
  private final Absent absent;
  private final Problems problems;

  private Patches(List<Manifest> objects, Absent absent, Problems problems) {
    this.objects = new ArrayList<>(objects);
    this.absent = absent;
    this.problems = problems;
    for (int i = 0; i < objects.size(); i++) {
      byKind.computeIfAbsent(objects.get(i).ref().kind(), kind -> new ArrayList<>()).add(i);
    }
  }

  /**
   * The set with every patch made, in the patches' order.
   *
   * @throws InvalidInputException with every patch that meets no object, meets several without
   *     saying so, does not fit its object, or would make it another object
   */
  public static ManifestSet apply(ManifestSet set, List<TargetedPatch> patches) {
    Problems problems = new Problems();
    ManifestSet patched = apply(set, patches, Absent.NOTHING, problems);
    problems.throwIfAny();
    return patched;
  }

  /**
   * The set with every patch made that fits, in the patches' order.
   *
   * @param absent what is not in the set although it is declared
   * @param problems where the others are told, but for those that are for something absent
   */
  public static ManifestSet apply(
      ManifestSet set, List<TargetedPatch> patches, Absent absent, Problems problems) {
    if (patches.isEmpty()) {
      return set;
    }
    Patches work = new Patches(set.asList(), absent, problems);
    patches.forEach(work::apply);
    return ManifestSet.of(work.objects);
  }

  private void apply(TargetedPatch patch) {
    PatchTarget target = patch.target();
    List<Integer> met =
        byKind.getOrDefault(target.kind(), List.of()).stream()
            .filter(i -> target.matches(objects.get(i).ref()))
            .toList();
    if (met.isEmpty()) {
      String near = near(target);
      if (!absent.mayHave(target, !near.isEmpty())) {
        problems.add(at(patch.origin(), meetsNothing(target, near)).about(APPLICATIONS));
      }
    } else if (met.size() > 1 && !target.isAll()) {
      problems.add(at(patch.origin(), meetsSeveral(target, met)));
    } else {
      met.forEach(i -> apply(patch, i));
    }
  }

  private void apply(TargetedPatch patch, int index) {
    Manifest object = objects.get(index);
    try {
      objects.set(index, patched(object, patch.patch()));
    } catch (InvalidInputException e) {
      e.problems()
          .forEach(
              problem ->
                  problems.add(
                      at(patch.origin(), problem.in("patch of " + object.ref()))
                          .about(APPLICATIONS)));
    }
  }

  private static Manifest patched(Manifest object, Patch patch) {
    Mapping body = patch.apply(object.body());
    Problems changes = new Problems();
    for (FieldPath path : IDENTITY) {
      @Nullable Node before = path.in(object.body());
      @Nullable Node after = path.in(body);
      if (!Objects.equals(before, after)) {
        changes.add(
            path
                + (before == null ? " is set" : " '" + before + "'")
                + (after == null
                    ? " is removed"
                    : before == null ? " to '" + after + "'" : " becomes '" + after + "'")
                + ", which makes this another object.",
            "Change what declares the object instead.");
      }
    }
    changes.throwIfAny();
    return object.withBody(body);
  }

  /** The kind or name that was probably meant. */
  private String near(PatchTarget target) {
    List<Integer> ofKind = byKind.get(target.kind());
    return ofKind == null
        ? Suggestions.didYouMean(target.kind(), byKind.keySet())
        : Suggestions.didYouMean(
            target.name(),
            refs(ofKind).stream()
                .filter(target::isOfKind)
                .map(ObjectRef::name)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private Problem meetsNothing(PatchTarget target, String near) {
    List<ObjectRef> ofKind = refs(byKind.getOrDefault(target.kind(), List.of()));
    if (ofKind.isEmpty()) {
      return Problem.of(
          "The patch is for " + target + ", and nothing of that kind is rendered.",
          near.isEmpty() ? "The kinds are " + String.join(", ", byKind.keySet()) + "." : near);
    }
    if (!near.isEmpty()) {
      return Problem.of("The patch is for " + target + ", which is not rendered.", near);
    }
    return Problem.of(
        "The patch is for " + target + ", which is not rendered.",
        "There "
            + (ofKind.size() == 1 ? "is " : "are ")
            + ofKind.stream()
                .limit(SHOWN_NAMES)
                .map(ObjectRef::toString)
                .collect(Collectors.joining(", "))
            + (ofKind.size() > SHOWN_NAMES ? " and " + (ofKind.size() - SHOWN_NAMES) + " more" : "")
            + ".");
  }

  private Problem meetsSeveral(PatchTarget target, List<Integer> met) {
    return Problem.of(
        "The patch is for "
            + target
            + ", and there are "
            + met.size()
            + ": "
            + refs(met).stream()
                .map(ref -> ref + " (" + ref.type().apiVersion() + ")")
                .collect(Collectors.joining(", "))
            + ".",
        "Say in which namespace, or of which group, or give the name '*' to mean all of the kind.");
  }

  private List<ObjectRef> refs(List<Integer> indexes) {
    return indexes.stream().map(i -> objects.get(i).ref()).toList();
  }

  private static Problem at(Origin origin, Problem problem) {
    return origin.at().isPresent() ? problem.orAt(origin.at()) : problem.in(origin.description());
  }
}
