package dev.slipway.podsecurity;

import dev.slipway.cluster.KubernetesVersion;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a control asks for from a version on, until its next revision.
 *
 * @param overrides the controls that are not looked at where this one is: on the restricted level,
 *     a control takes the place of the baseline one of its kind
 */
public record Revision(KubernetesVersion since, Check check, Set<String> overrides) {

  public Revision {
    overrides = Set.copyOf(overrides);
  }

  static Revision since(int minor, Check check) {
    return new Revision(new KubernetesVersion(1, minor), check, Set.of());
  }

  Revision overriding(String control) {
    return new Revision(since, check, Set.of(control));
  }

  /** This revision, not asked of pods that the predicate holds for. */
  Revision exempting(Predicate<PodTemplate> exempt) {
    return new Revision(
        since, pod -> exempt.test(pod) ? Optional.empty() : check.violation(pod), overrides);
  }

  /** Judges one pod. */
  @FunctionalInterface
  public interface Check {
    Optional<Violation> violation(PodTemplate pod);
  }
}
