package dev.slipway.cluster;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The figures of {@link Allocatable} that are given; the others are derived. */
public record AllocatableOverrides(
    Optional<Quantity> cpu,
    Optional<Quantity> memory,
    Optional<Quantity> ephemeralStorage,
    OptionalInt pods,
    Map<String, Quantity> extended) {

  /** Nothing is given. */
  public static final AllocatableOverrides NONE =
      new AllocatableOverrides(
          Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Map.of());

  public AllocatableOverrides {
    extended = Copies.sorted(extended);
  }

  /** Whether nothing need be known of the machine. */
  boolean standAlone() {
    return cpu.isPresent() && memory.isPresent();
  }
}
