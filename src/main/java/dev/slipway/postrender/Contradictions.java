package dev.slipway.postrender;

import dev.slipway.app.Placement;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.patch.Patch;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where two rules say different things of one object. */
final class Contradictions {
  private static final String REMEDY = "Let one of them match less, or say it in one of them only.";

  private final PodPlacing placing;
  private final Manifest object;
  private final Problems problems;

  Contradictions(PodPlacing placing, Manifest object, Problems problems) {
    this.placing = placing;
    this.object = object;
    this.problems = problems;
  }

  /** Whether some rules agree; where not, every contradiction is told. */
  void find(List<PostRenderRule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      for (int k = i + 1; k < rules.size(); k++) {
        places(rules.get(i), rules.get(k));
        patches(rules.get(i), rules.get(k));
      }
    }
  }

  private void places(PostRenderRule one, PostRenderRule other) {
    Placement here = one.placement();
    Placement there = other.placement();
    if (!here.groups().isEmpty()
        && !there.groups().isEmpty()
        && !new HashSet<>(here.groups()).equals(new HashSet<>(there.groups()))) {
      report(one, other, "puts it on %s, the other on %s".formatted(groups(here), groups(there)));
      return;
    }
    if (here.preferred().isPresent()
        && there.preferred().isPresent()
        && !here.preferred().equals(there.preferred())) {
      report(
          one,
          other,
          "prefers node group '%s', the other '%s'"
              .formatted(here.preferred().get(), there.preferred().get()));
    }
    if (here.spread().isPresent()
        && there.spread().isPresent()
        && !here.spread().equals(there.spread())) {
      report(one, other, "spreads its pods in one way, the other in another");
    }
    selectors(one, other);
  }

  private void selectors(PostRenderRule one, PostRenderRule other) {
    Mapping here = placing.asked(one.placement()).mapping("nodeSelector");
    Mapping there = placing.asked(other.placement()).mapping("nodeSelector");
    for (String label : here.keys()) {
      if (there.has(label) && !String.valueOf(there.get(label)).equals(here.string(label))) {
        report(
            one,
            other,
            "asks for nodes with the label %s=%s, the other with %s=%s"
                .formatted(label, here.get(label), label, there.get(label)));
      }
    }
  }

  /** Patches agree where it does not matter which of them is made first. */
  private void patches(PostRenderRule one, PostRenderRule other) {
    if (one.patches().isEmpty() || other.patches().isEmpty()) {
      return;
    }
    @Nullable Mapping inOrder = patched(patched(object.body(), one), other);
    @Nullable Mapping reversed = patched(patched(object.body(), other), one);
    if (inOrder != null && reversed != null && !inOrder.equals(reversed)) {
      report(one, other, "patches something to one value, the other to another");
    }
  }

  private static @Nullable Mapping patched(@Nullable Mapping body, PostRenderRule rule) {
    @Nullable Mapping patched = body;
    try {
      for (Patch patch : rule.patches()) {
        patched = patched == null ? null : patch.apply(patched);
      }
      return patched;
    } catch (InvalidInputException e) {
      return null;
    }
  }

  private void report(PostRenderRule one, PostRenderRule other, String how) {
    problems.add(
        Problem.of(
                "The rules '%s' and '%s' contradict each other on %s: one %s."
                    .formatted(one.name(), other.name(), object.ref(), how),
                REMEDY)
            .orAt(other.origin().at()));
  }

  private static String groups(Placement placement) {
    return (placement.groups().size() == 1 ? "node group '" : "node groups '")
        + String.join("', '", placement.groups())
        + "'";
  }
}
