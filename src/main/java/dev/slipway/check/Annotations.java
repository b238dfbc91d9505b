package dev.slipway.check;

/**
 * The annotations by which an object says what no field of it can hold. They are how YAML of
 * others, which has no environment file, declares and waives.
 */
public final class Annotations {
  private static final String PREFIX = "slipway.dev/";

  /** Followed by a rule's id: why the rule is not to be applied to the object. */
  public static final String WAIVE = PREFIX + "waive.";

  /** How many pods of the workload must be up for it to work: {@code "3"}. */
  public static final String QUORUM = PREFIX + "quorum";

  /** How long the workload's process takes to end after SIGTERM, at most: {@code 35s}. */
  public static final String SHUTDOWN_TIME = PREFIX + "shutdown-time";

  /**
   * Objects that the workload names and that are in the cluster already: {@code
   * Secret/db-credentials, ConfigMap/ca-bundle}.
   */
  public static final String EXISTING = PREFIX + "existing";

  private Annotations() {}
}
