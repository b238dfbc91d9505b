package dev.slipway.app;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;
import java.util.Optional;
import java.util.OptionalInt;

/** How pods are replaced when their template changes. */
public sealed interface Rollout {

  /** The controller's {@code strategy} (Deployment) or {@code updateStrategy} (the others). */
  Mapping toNode();

  /**
   * A few at a time.
   *
   * @param surge how many pods there may be beyond the replicas: a number or a percentage
   * @param unavailable how many may be missing: a number or a percentage
   */
  static Rollout rolling(String surge, String unavailable) {
    return new Rolling(Optional.of(surge), Optional.of(unavailable), OptionalInt.empty());
  }

  /** The old ones end before new ones start: what an exclusive volume needs. */
  static Rollout recreate() {
    return new Recreate();
  }

  /**
   * A StatefulSet's pods from the highest ordinal down to this one; the others stay as they are.
   */
  static Rollout partition(int ordinal) {
    return new Rolling(Optional.empty(), Optional.empty(), OptionalInt.of(ordinal));
  }

  /** Each when somebody deletes it (StatefulSet and DaemonSet only). */
  static Rollout onDelete() {
    return new OnDelete();
  }

  record Rolling(Optional<String> surge, Optional<String> unavailable, OptionalInt partition)
      implements Rollout {
    @Override
    public Mapping toNode() {
      Mapping.Builder how = Mapping.builder();
      if (surge.isPresent()) {
        how.put("maxSurge", intOrPercent(surge.get()));
      }
      if (unavailable.isPresent()) {
        how.put("maxUnavailable", intOrPercent(unavailable.get()));
      }
      if (partition.isPresent()) {
        how.put("partition", partition.getAsInt());
      }
      return Mapping.of("type", Text.of("RollingUpdate"), "rollingUpdate", how.build());
    }

    private static Node intOrPercent(String written) {
      return written.endsWith("%") ? Text.of(written) : Scalar.of(Long.parseLong(written));
    }
  }

  record Recreate() implements Rollout {
    @Override
    public Mapping toNode() {
      return Mapping.of("type", "Recreate");
    }
  }

  record OnDelete() implements Rollout {
    @Override
    public Mapping toNode() {
      return Mapping.of("type", "OnDelete");
    }
  }
}
