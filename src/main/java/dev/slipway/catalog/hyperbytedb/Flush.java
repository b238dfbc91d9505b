package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Field;
import dev.slipway.definition.Type;

/** How the write-ahead log becomes Parquet files: {@code spec.flush}. */
public final class Flush {
  private static final Part PART = Part.SPEC.under("flush");

  /**
   * {@code flush.intervalSecs}: how often the write-ahead log is flushed to Parquet, in seconds; 10
   * unless set.
   */
  public static final Setting<Integer> INTERVAL_SECS =
      PART.setting(
          Field.optional(
                  "intervalSecs",
                  Type.integerFrom(0),
                  "How often the WAL is flushed to Parquet, in seconds.")
              .byDefault(10)
              .example("10"));

  /**
   * {@code flush.walSizeThresholdMb}: the size of the write-ahead log that triggers an early flush,
   * in MB; 64 unless set.
   */
  public static final Setting<Integer> WAL_SIZE_THRESHOLD_MB =
      PART.setting(
          Field.optional(
                  "walSizeThresholdMb",
                  Type.integerFrom(0),
                  "The size of the WAL that triggers an early flush, in MB.")
              .byDefault(64)
              .example("128"));

  /**
   * {@code flush.timeBucketDuration}: the time bucket by which Parquet files are partitioned, as a
   * Go duration; {@code 1h} unless set.
   */
  public static final Setting<String> TIME_BUCKET_DURATION =
      PART.setting(
          Field.optional(
                  "timeBucketDuration",
                  Type.string(),
                  "The time bucket by which Parquet files are partitioned.")
              .byDefault("1h")
              .example("1h"));

  private Flush() {}
}
