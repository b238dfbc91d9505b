package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Field;
import dev.slipway.definition.Type;

/** A HorizontalPodAutoscaler of the operator: {@code spec.autoscaling}. */
public final class Autoscaling {
  private static final Part PART = Part.SPEC.under("autoscaling");

  /**
   * {@code autoscaling.enabled}: whether there is a HorizontalPodAutoscaler; must be set with the
   * others.
   */
  public static final Setting<Boolean> ENABLED =
      PART.setting(
          Field.required("enabled", Type.bool(), "Whether there is a HorizontalPodAutoscaler.")
              .example("true"));

  /** {@code autoscaling.minReplicas}: the fewest members, 1 or more. */
  public static final Setting<Integer> MIN_REPLICAS =
      PART.setting(
          Field.optional("minReplicas", Type.integerFrom(1), "The fewest members.").example("3"));

  /** {@code autoscaling.maxReplicas}: the most members, 1 or more; must be set with the others. */
  public static final Setting<Integer> MAX_REPLICAS =
      PART.setting(
          Field.required("maxReplicas", Type.integerFrom(1), "The most members.").example("10"));

  /**
   * {@code autoscaling.targetCPUUtilizationPercentage}: the average CPU use to aim at, in percent
   * of what is requested; 80 unless set.
   */
  public static final Setting<Integer> TARGET_CPU_UTILIZATION_PERCENTAGE =
      PART.setting(
          Field.optional(
                  "targetCPUUtilizationPercentage",
                  Type.integerFrom(0),
                  "The average CPU use to aim at, in percent of what is requested.")
              .byDefault(80)
              .example("70"));

  private Autoscaling() {}
}
