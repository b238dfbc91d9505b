package dev.slipway.postrender;

import dev.slipway.app.Placement;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.patch.Patch;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        pods(rules.get(i), rules.get(k));
        patches(rules.get(i), rules.get(k));
      }
    }
  }

  private void places(PostRenderRule one, PostRenderRule other) {
    Placement here = one.pods().placement();
    Placement there = other.pods().placement();
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
    Mapping here = placing.asked(one.pods().placement()).mapping("nodeSelector");
    Mapping there = placing.asked(other.pods().placement()).mapping("nodeSelector");
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

  private void pods(PostRenderRule one, PostRenderRule other) {
    PodChange here = one.pods();
    PodChange there = other.pods();
    if (differ(here.security(), there.security())) {
      report(one, other, "gives it one security profile, the other another");
    }
    if (differ(here.serviceAccount(), there.serviceAccount())) {
      report(
          one,
          other,
          "has its pods run as service account '%s', the other as '%s'"
              .formatted(
                  here.serviceAccount().orElseThrow(), there.serviceAccount().orElseThrow()));
    }
    if (differ(here.identity(), there.identity())) {
      report(one, other, "gives it one identity, the other another");
    }
    Injection first = here.injection();
    Injection second = there.injection();
    if (!haveAContainerInCommon(first.containers(), second.containers())) {
      return;
    }
    for (EnvVar variable : first.env()) {
      for (EnvVar same : second.env()) {
        if (same.name().equals(variable.name()) && !same.equals(variable)) {
          report(
              one,
              other,
              "gives the variable %s one value, the other another".formatted(variable.name()));
        }
      }
    }
    for (Mount mount : first.mounts()) {
      for (Mount same : second.mounts()) {
        if (same.path().equals(mount.path()) && !same.equals(mount)) {
          report(one, other, "mounts one thing at %s, the other another".formatted(mount.path()));
        }
      }
    }
  }

  private static <T> boolean differ(Optional<T> one, Optional<T> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  private static boolean haveAContainerInCommon(List<String> one, List<String> other) {
    return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
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
