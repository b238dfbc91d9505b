package dev.slipway.placement.pod;

import dev.slipway.cluster.Taint;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a pod puts up with.
 *
 * @param key empty for every taint's
 * @param operator {@code Exists}, or {@code Equal}, which is what an empty one means
 * @param effect empty for every effect
 */
public record Toleration(String key, String operator, String value, String effect) {

  static Toleration exists(String key, String effect) {
    return new Toleration(key, "Exists", "", effect);
  }

  static List<Toleration> list(Seq written) {
    List<Toleration> all = new ArrayList<>(written.size());
    for (Mapping one : Fields.mappings(written)) {
      all.add(
          new Toleration(
              Fields.string(one, "key"),
              Fields.string(one, "operator"),
              Fields.string(one, "value"),
              Fields.string(one, "effect")));
    }
    return List.copyOf(all);
  }

  private boolean tolerates(Taint taint) {
    return (effect.isEmpty() || effect.equals(taint.effect().kubernetes()))
        && (key.isEmpty() || key.equals(taint.key()))
        && switch (operator) {
          case "", "Equal" -> value.equals(taint.value());
          case "Exists" -> true;
          default -> false;
        };
  }

  public static boolean tolerated(List<Toleration> tolerations, Taint taint) {
    for (Toleration toleration : tolerations) {
      if (toleration.tolerates(taint)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing among the taints keeps a pod off a node. */
  public static boolean allTolerated(List<Toleration> tolerations, List<Taint> taints) {
    for (Taint taint : taints) {
      if (taint.effect() != Taint.Effect.PREFER_NO_SCHEDULE && !tolerated(tolerations, taint)) {
        return false;
      }
    }
    return true;
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Toleration toleration
        && key.equals(toleration.key)
        && operator.equals(toleration.operator)
        && value.equals(toleration.value)
        && effect.equals(toleration.effect);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, operator, value, effect);
  }
}
