package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Choice;
import dev.slipway.definition.Field;
import dev.slipway.definition.Type;

/** What it logs: {@code spec.logging}. */
public final class Logging {
  private static final Part PART = Part.SPEC.under("logging");

  /**
   * {@code logging.level}: how much is logged: trace, debug, info, warn or error; info unless set.
   */
  public static final Setting<Level> LEVEL =
      PART.setting(
          Field.optional(
                  "level",
                  Type.oneOf(
                      Choice.of("trace", Level.TRACE, "every step"),
                      Choice.of("debug", Level.DEBUG, "what helps to find a fault"),
                      Choice.of("info", Level.INFO, "what happens"),
                      Choice.of("warn", Level.WARN, "what may become a fault"),
                      Choice.of("error", Level.ERROR, "faults only")),
                  "How much is logged.")
              .byDefault(Level.INFO)
              .example("info"));

  /** {@code logging.format}: how a line of the log looks: text or json; text unless set. */
  public static final Setting<Format> FORMAT =
      PART.setting(
          Field.optional(
                  "format",
                  Type.oneOf(
                      Choice.of("text", Format.TEXT, "for people"),
                      Choice.of("json", Format.JSON, "for machines")),
                  "How a line of the log looks.")
              .byDefault(Format.TEXT)
              .example("json"));

  private Logging() {}

  /** How much is logged. */
  public enum Level {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  /** How a line of the log looks. */
  public enum Format {
    TEXT,
    JSON
  }
}
