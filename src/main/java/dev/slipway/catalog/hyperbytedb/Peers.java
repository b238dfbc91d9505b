package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Field;
import dev.slipway.definition.Type;

/**
 * How several members work together: {@code spec.cluster}. It counts only where there are several.
 */
public final class Peers {
  private static final Part PART = Part.SPEC.under("cluster");

  /**
   * {@code cluster.heartbeatIntervalSecs}: the time between heartbeats of peers, in seconds; 2
   * unless set.
   */
  public static final Setting<Integer> HEARTBEAT_INTERVAL_SECS =
      PART.setting(
          Field.optional(
                  "heartbeatIntervalSecs",
                  Type.integerFrom(0),
                  "The time between heartbeats of peers, in seconds.")
              .byDefault(2)
              .example("1"));

  /**
   * {@code cluster.heartbeatMissThreshold}: how many missed heartbeats make a peer unhealthy; 5
   * unless set.
   */
  public static final Setting<Integer> HEARTBEAT_MISS_THRESHOLD =
      PART.setting(
          Field.optional(
                  "heartbeatMissThreshold",
                  Type.integerFrom(0),
                  "How many missed heartbeats make a peer unhealthy.")
              .byDefault(5)
              .example("3"));

  /**
   * {@code cluster.antiEntropyIntervalSecs}: the time between comparisons of data by Merkle trees,
   * in seconds; 60 unless set.
   */
  public static final Setting<Integer> ANTI_ENTROPY_INTERVAL_SECS =
      PART.setting(
          Field.optional(
                  "antiEntropyIntervalSecs",
                  Type.integerFrom(0),
                  "The time between comparisons of data by Merkle trees, in seconds.")
              .byDefault(60)
              .example("30"));

  /**
   * {@code cluster.antiEntropyEnabled}: whether data is compared from time to time; true unless
   * set.
   */
  public static final Setting<Boolean> ANTI_ENTROPY_ENABLED =
      PART.setting(
          Field.optional(
                  "antiEntropyEnabled", Type.bool(), "Whether data is compared from time to time.")
              .byDefault(true)
              .example("true"));

  /**
   * {@code cluster.syncMaxConcurrentFiles}: how many files are transferred at a time during a sync;
   * 4 unless set.
   */
  public static final Setting<Integer> SYNC_MAX_CONCURRENT_FILES =
      PART.setting(
          Field.optional(
                  "syncMaxConcurrentFiles",
                  Type.integerFrom(0),
                  "How many files are transferred at a time during a sync.")
              .byDefault(4)
              .example("8"));

  /**
   * {@code cluster.replicationMaxRetries}: how often the replication of a write is tried again; 5
   * unless set.
   */
  public static final Setting<Integer> REPLICATION_MAX_RETRIES =
      PART.setting(
          Field.optional(
                  "replicationMaxRetries",
                  Type.integerFrom(0),
                  "How often the replication of a write is tried again.")
              .byDefault(5)
              .example("10"));

  /**
   * {@code cluster.raftHeartbeatIntervalMs}: the time between heartbeats of the Raft leader, in
   * milliseconds; 300 unless set.
   */
  public static final Setting<Integer> RAFT_HEARTBEAT_INTERVAL_MS =
      PART.setting(
          Field.optional(
                  "raftHeartbeatIntervalMs",
                  Type.integerFrom(0),
                  "The time between heartbeats of the Raft leader, in milliseconds.")
              .byDefault(300)
              .example("200"));

  /**
   * {@code cluster.raftElectionTimeoutMs}: after what silence a new Raft leader is elected, in
   * milliseconds; 1000 unless set.
   */
  public static final Setting<Integer> RAFT_ELECTION_TIMEOUT_MS =
      PART.setting(
          Field.optional(
                  "raftElectionTimeoutMs",
                  Type.integerFrom(0),
                  "After what silence a new Raft leader is elected, in milliseconds.")
              .byDefault(1000)
              .example("800"));

  /**
   * {@code cluster.raftSnapshotThreshold}: after how many log entries Raft makes a snapshot; 1000
   * unless set.
   */
  public static final Setting<Integer> RAFT_SNAPSHOT_THRESHOLD =
      PART.setting(
          Field.optional(
                  "raftSnapshotThreshold",
                  Type.integerFrom(0),
                  "After how many log entries Raft makes a snapshot.")
              .byDefault(1000)
              .example("500"));

  /** {@code cluster.tls}: TLS between the members. */
  public static final TlsPart TLS = new TlsPart(PART.under("tls"));

  private Peers() {}
}
