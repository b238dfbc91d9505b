package dev.slipway.podsecurity;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A level of the Pod Security Standards, from the loosest to the strictest. */
public enum Level {
  /** Everything is allowed. */
  PRIVILEGED,
  /** What is known to let a pod take over its node is forbidden. */
  BASELINE,
  /** What is known to harden a pod is required, too. */
  RESTRICTED;

  /**
   * The level of a name as Kubernetes writes it: {@code restricted}.
   *
   * @throws InvalidInputException if it names none
   */
  public static Level of(String name) {
    return Arrays.stream(values())
        .filter(level -> level.label().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  /** As the namespace's label has it: {@code restricted}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a pod on this level must pass the controls of the other one. */
  public boolean includes(Level other) {
    return compareTo(other) >= 0;
  }

  @Override
  public String toString() {
    return label();
  }

  private static InvalidInputException unknown(String name) {
    List<String> names = Arrays.stream(values()).map(Level::label).toList();
    String hint = Suggestions.didYouMean(name, names);
    return new InvalidInputException(
        Problem.of(
            "'" + name + "' is no level of the Pod Security Standards.",
            hint.isEmpty() ? "There are privileged, baseline and restricted." : hint));
  }
}
