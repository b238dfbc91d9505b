package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Field;
import dev.slipway.definition.Type;

/** The HTTP API: {@code spec.server}. */
public final class Server {
  private static final Part PART = Part.SPEC.under("server");

  /** {@code server.port}: the port of the HTTP API, 1 to 65535; 8086 unless set. */
  public static final Setting<Integer> PORT =
      PART.setting(
          Field.optional("port", Type.port(), "The port of the HTTP API.")
              .byDefault(8086)
              .example("8086"));

  /**
   * {@code server.maxBodySizeBytes}: how large the body of a request may be, in bytes; 26214400 (25
   * MiB) unless set.
   */
  public static final Setting<Long> MAX_BODY_SIZE_BYTES =
      PART.setting(
          Field.optional(
                  "maxBodySizeBytes",
                  Type.longFrom(0),
                  "How large the body of a request may be, in bytes.")
              .byDefault(26214400L)
              .example("52428800"));

  /** {@code server.requestTimeoutSecs}: how long a request may take, in seconds; 30 unless set. */
  public static final Setting<Integer> REQUEST_TIMEOUT_SECS =
      PART.setting(
          Field.optional(
                  "requestTimeoutSecs",
                  Type.integerFrom(0),
                  "How long a request may take, in seconds.")
              .byDefault(30)
              .example("60"));

  /** {@code server.queryTimeoutSecs}: how long a query may run, in seconds; 30 unless set. */
  public static final Setting<Integer> QUERY_TIMEOUT_SECS =
      PART.setting(
          Field.optional(
                  "queryTimeoutSecs", Type.integerFrom(0), "How long a query may run, in seconds.")
              .byDefault(30)
              .example("60"));

  /** {@code server.tls}: TLS of the HTTP API. */
  public static final TlsPart TLS = new TlsPart(PART.under("tls"));

  private Server() {}
}
