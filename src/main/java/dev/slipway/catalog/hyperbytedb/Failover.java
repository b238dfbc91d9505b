package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Field;
import dev.slipway.definition.Type;

/** What happens to members that stay unhealthy: {@code spec.failover}. */
public final class Failover {
  private static final Part PART = Part.SPEC.under("failover");

  /** {@code failover.enabled}: whether unhealthy members are replaced; true unless set. */
  public static final Setting<Boolean> ENABLED =
      PART.setting(
          Field.optional("enabled", Type.bool(), "Whether unhealthy members are replaced.")
              .byDefault(true)
              .example("true"));

  /**
   * {@code failover.maxFailoverCount}: how many are replaced at a time, at most, 1 or more; 1
   * unless set.
   */
  public static final Setting<Integer> MAX_FAILOVER_COUNT =
      PART.setting(
          Field.optional(
                  "maxFailoverCount",
                  Type.integerFrom(1),
                  "How many are replaced at a time, at most.")
              .byDefault(1)
              .example("2"));

  /**
   * {@code failover.failoverTimeoutSecs}: how long a member must be unhealthy before, in seconds,
   * 60 or more; 300 unless set.
   */
  public static final Setting<Integer> FAILOVER_TIMEOUT_SECS =
      PART.setting(
          Field.optional(
                  "failoverTimeoutSecs",
                  Type.integerFrom(60),
                  "How long a member must be unhealthy before, in seconds.")
              .byDefault(300)
              .example("180"));

  private Failover() {}
}
