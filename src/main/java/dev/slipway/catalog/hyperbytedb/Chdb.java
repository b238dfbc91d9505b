package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Field;
import dev.slipway.definition.Type;

/** The query engine: {@code spec.chdb}. */
public final class Chdb {
  private static final Part PART = Part.SPEC.under("chdb");

  /** {@code chdb.poolSize}: how many embedded ClickHouse query engines there are; 4 unless set. */
  public static final Setting<Integer> POOL_SIZE =
      PART.setting(
          Field.optional(
                  "poolSize",
                  Type.integerFrom(0),
                  "How many embedded ClickHouse query engines there are.")
              .byDefault(4)
              .example("8"));

  private Chdb() {}
}
