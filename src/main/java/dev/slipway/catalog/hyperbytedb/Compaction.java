package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Field;
import dev.slipway.definition.Type;

/** How small Parquet files become large ones: {@code spec.compaction}. */
public final class Compaction {
  private static final Part PART = Part.SPEC.under("compaction");

  /** {@code compaction.enabled}: whether files are compacted in the background; true unless set. */
  public static final Setting<Boolean> ENABLED =
      PART.setting(
          Field.optional("enabled", Type.bool(), "Whether files are compacted in the background.")
              .byDefault(true)
              .example("true"));

  /**
   * {@code compaction.intervalSecs}: how often it looks for files to compact, in seconds; 300
   * unless set.
   */
  public static final Setting<Integer> INTERVAL_SECS =
      PART.setting(
          Field.optional(
                  "intervalSecs",
                  Type.integerFrom(0),
                  "How often is looked for files to compact, in seconds.")
              .byDefault(300)
              .example("120"));

  /**
   * {@code compaction.minFilesToCompact}: from how many Parquet files on they are compacted; 4
   * unless set.
   */
  public static final Setting<Integer> MIN_FILES_TO_COMPACT =
      PART.setting(
          Field.optional(
                  "minFilesToCompact",
                  Type.integerFrom(0),
                  "From how many Parquet files on they are compacted.")
              .byDefault(4)
              .example("4"));

  /**
   * {@code compaction.targetFileSizeMb}: the size of the files that come of it, in MB; 256 unless
   * set.
   */
  public static final Setting<Integer> TARGET_FILE_SIZE_MB =
      PART.setting(
          Field.optional(
                  "targetFileSizeMb",
                  Type.integerFrom(0),
                  "The size of the files that come of it, in MB.")
              .byDefault(256)
              .example("512"));

  private Compaction() {}
}
