package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What keeps pods off a node unless they tolerate it.
 *
 * @param key as a label's key
 * @param value as a label's value; may be empty
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/">Taints
 *     and tolerations</a>
 */
public record Taint(String key, String value, Effect effect) {

  /**
   * A taint.
   *
   * @throws InvalidInputException if Kubernetes would not take the key or the value
   */
  public Taint {
    Problems problems = new Problems();
    String written = key + (value.isEmpty() ? "" : "=" + value) + ":" + effect.id();
    Optional<String> wrongKey = Names.labelKey(key);
    if (wrongKey.isPresent()) {
      problems.add(
          "The key of taint '%s' %s.".formatted(written, wrongKey.get()),
          "Write the key as you would a label's.");
    }
    Optional<String> wrongValue = Names.labelValue(value);
    if (wrongValue.isPresent()) {
      problems.add(
          "The value of taint '%s' %s.".formatted(written, wrongValue.get()),
          "Write the value as you would a label's.");
    }
    problems.throwIfAny();
  }

  public static Taint of(String key, String value, Effect effect) {
    return new Taint(key, value, effect);
  }

  /**
   * The taint that a string writes as kubectl does: {@code dedicated=trainer:NoSchedule}, or {@code
   * dedicated:NoSchedule} for one without a value.
   *
   * @throws InvalidInputException if it writes none
   */
  public static Taint parse(String written) {
    int colon = written.lastIndexOf(':');
    if (colon < 0) {
      throw new InvalidInputException(
          Problem.of(
              "Taint '" + written + "' has no effect.",
              "Write key=value:effect, such as dedicated=trainer:NoSchedule."));
    }
    String label = written.substring(0, colon);
    int equals = label.indexOf('=');
    return new Taint(
        equals < 0 ? label : label.substring(0, equals),
        equals < 0 ? "" : label.substring(equals + 1),
        Effect.of(written.substring(colon + 1)));
  }

  /** As kubectl writes it: {@code dedicated=trainer:NoSchedule}. */
  @Override
  public String toString() {
    return key + (value.isEmpty() ? "" : "=" + value) + ":" + effect.id();
  }

  /** What a taint does to pods that do not tolerate it. */
  public enum Effect {
    /** They are not placed on the node. */
    NO_SCHEDULE("NoSchedule"),
    /** They are placed on the node only when no other takes them. */
    PREFER_NO_SCHEDULE("PreferNoSchedule"),
    /** They are not placed on the node, and evicted from it if they run there already. */
    NO_EXECUTE("NoExecute");

    private final String kubernetes;

    Effect(String kubernetes) {
      this.kubernetes = kubernetes;
    }

    /** As Kubernetes writes it: {@code NoSchedule}. */
    public String kubernetes() {
      return kubernetes;
    }

    /** What a user calls it, which is what Kubernetes does: {@code NoSchedule}. */
    public String id() {
      return kubernetes;
    }

    /** What users call each of them. */
    public static List<String> ids() {
      return Stream.of(values()).map(Effect::id).toList();
    }

    /**
     * The effect that a user names.
     *
     * @throws InvalidInputException if there is none of that name
     */
    public static Effect of(String id) {
      return Choices.of("taint effect", id, List.of(values()), Effect::id);
    }
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Taint taint
        && key.equals(taint.key)
        && value.equals(taint.value)
        && effect.equals(taint.effect);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, value, effect);
  }
}
