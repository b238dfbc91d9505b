package dev.slipway.catalog.hypercache;

import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.pod.EnvVar;
import java.time.Duration;
import java.util.List;

/**
 * How the pods keep and spread keys: the chart's {@code cluster}.
 *
 * @param replicationFactor how many pods own each key; 1 or more, by default 3
 * @param capacity how many keys a pod keeps; 1 or more, by default 100000
 * @param heartbeat how often a pod shows its peers that it is there; by default 1 s
 * @param indirectProbeK how many peers are asked before one is given up; 0 or more, by default 2
 * @param hintTtl how long writes are kept for a peer that is away; by default 30 s
 * @param hintReplay how often they are offered to it; by default 200 ms
 * @param rebalanceInterval how often keys are moved to their owners; by default 250 ms
 */
public record ClusterSettings(
    int replicationFactor,
    int capacity,
    Duration heartbeat,
    int indirectProbeK,
    Duration hintTtl,
    Duration hintReplay,
    Duration rebalanceInterval,
    LogLevel logLevel) {
  public static final ClusterSettings DEFAULT =
      new ClusterSettings(
          3,
          100_000,
          Duration.ofSeconds(1),
          2,
          Duration.ofSeconds(30),
          Duration.ofMillis(200),
          Duration.ofMillis(250),
          LogLevel.INFO);

  /**
   * Settings, checked.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that is out of its range
   */
  public ClusterSettings {
    Problems problems = new Problems();
    atLeast(1, "replicationFactor", replicationFactor, problems);
    atLeast(1, "capacity", capacity, problems);
    atLeast(0, "indirectProbeK", indirectProbeK, problems);
    positive("heartbeat", heartbeat, problems);
    positive("hintTTL", hintTtl, problems);
    positive("hintReplay", hintReplay, problems);
    positive("rebalanceInterval", rebalanceInterval, problems);
    problems.throwIfAny();
  }

  /** These settings with another number of owners of each key. */
  public ClusterSettings replicationFactor(int owners) {
    return new ClusterSettings(
        owners,
        capacity,
        heartbeat,
        indirectProbeK,
        hintTtl,
        hintReplay,
        rebalanceInterval,
        logLevel);
  }

  /** What the server writes to its log. */
  public enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR;

    /** As the server reads it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The server's variables, in the chart's order. */
  List<EnvVar> env() {
    return List.of(
        EnvVar.of("HYPERCACHE_REPLICATION", String.valueOf(replicationFactor)),
        EnvVar.of("HYPERCACHE_CAPACITY", String.valueOf(capacity)),
        EnvVar.of("HYPERCACHE_HEARTBEAT", go(heartbeat)),
        EnvVar.of("HYPERCACHE_INDIRECT_PROBE_K", String.valueOf(indirectProbeK)),
        EnvVar.of("HYPERCACHE_HINT_TTL", go(hintTtl)),
        EnvVar.of("HYPERCACHE_HINT_REPLAY", go(hintReplay)),
        EnvVar.of("HYPERCACHE_REBALANCE_INTERVAL", go(rebalanceInterval)),
        EnvVar.of("HYPERCACHE_LOG_LEVEL", logLevel.word()));
  }

  /** A duration as Go reads it. */
  private static String go(Duration duration) {
    return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
  }

  private static void atLeast(int least, String name, int value, Problems problems) {
    if (value < least) {
      problems.add(
          Problem.of("The value is " + value + ".", "Give " + least + " or more.").in(name));
    }
  }

  private static void positive(String name, Duration value, Problems problems) {
    if (value.isNegative() || value.toMillis() == 0) {
      problems.add(
          Problem.of("The value is " + value.toMillis() + "ms.", "Give 1ms or more.").in(name));
    }
  }
}
