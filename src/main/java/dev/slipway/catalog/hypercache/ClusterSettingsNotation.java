package dev.slipway.catalog.hypercache;

import dev.slipway.catalog.hypercache.ClusterSettings.LogLevel;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Type;
import java.time.Duration;
import java.util.Arrays;

/** How the pods keep and spread keys, in an environment file. */
final class ClusterSettingsNotation {
  private static final ClusterSettings USUAL = ClusterSettings.DEFAULT;
  private static final Field<Integer> REPLICATION =
      Field.optional("replicationFactor", Type.integerFrom(1), "How many pods own each key.")
          .byDefault(USUAL.replicationFactor())
          .example("3");
  private static final Field<Integer> CAPACITY =
      Field.optional("capacity", Type.integerFrom(1), "How many keys a pod keeps.")
          .byDefault(USUAL.capacity())
          .example("500000");
  private static final Field<Duration> HEARTBEAT =
      duration("heartbeat", "How often a pod shows its peers that it is there.", USUAL.heartbeat());
  private static final Field<Integer> INDIRECT_PROBE_K =
      Field.optional(
              "indirectProbeK",
              Type.integerFrom(0),
              "How many peers are asked before one is given up.")
          .byDefault(USUAL.indirectProbeK())
          .example("3");
  private static final Field<Duration> HINT_TTL =
      duration("hintTTL", "How long writes are kept for a peer that is away.", USUAL.hintTtl());
  private static final Field<Duration> HINT_REPLAY =
      duration("hintReplay", "How often they are offered to it.", USUAL.hintReplay());
  private static final Field<Duration> REBALANCE =
      duration(
          "rebalanceInterval",
          "How often keys are moved to their owners.",
          USUAL.rebalanceInterval());
  private static final Field<LogLevel> LOG_LEVEL =
      Field.optional(
              "logLevel",
              Type.oneOf(
                  Arrays.stream(LogLevel.values())
                      .map(level -> Choice.of(level.word(), level, "that and worse"))
                      .toList()),
              "What the server writes to its log.")
          .byDefault(USUAL.logLevel())
          .example("debug");
  static final Definition<ClusterSettings> DEFINITION =
      Definition.of("HyperCache cluster", "How the pods keep and spread keys.")
          .fields(REPLICATION, CAPACITY, HEARTBEAT, INDIRECT_PROBE_K, HINT_TTL, HINT_REPLAY)
          .fields(REBALANCE, LOG_LEVEL)
          .building(
              given ->
                  new ClusterSettings(
                      given.get(REPLICATION),
                      given.get(CAPACITY),
                      given.get(HEARTBEAT),
                      given.get(INDIRECT_PROBE_K),
                      given.get(HINT_TTL),
                      given.get(HINT_REPLAY),
                      given.get(REBALANCE),
                      given.get(LOG_LEVEL)));

  private ClusterSettingsNotation() {}

  private static Field<Duration> duration(String name, String doc, Duration usual) {
    return Field.optional(name, Type.duration(), doc).byDefault(usual).example("1m");
  }
}
