package dev.slipway.catalog.mllp;

import java.util.List;

/**
 * The names of the environment variables that the server reads. Its own pages disagree on some
 * ({@code MLLP_ADDR} and {@code LISTEN_ADDR}, {@code MLLP_MAX_CONNECTIONS} and {@code
 * MAX_CONNECTIONS}), so each can be another.
 *
 * @param address where it listens
 * @param maxConnections how many connections it takes at a time
 * @param preShutdownDelay how long it goes on accepting after SIGTERM
 * @param shutdownTimeout how long it then waits for open connections
 * @param database the file of its outbox
 */
public record SettingKeys(
    String address,
    String maxConnections,
    String preShutdownDelay,
    String shutdownTimeout,
    String logLevel,
    String database,
    String tlsCertificate,
    String tlsKey) {
  /** Those of its page "Kubernetes". */
  public static final SettingKeys DEFAULT =
      new SettingKeys(
          "MLLP_ADDR",
          "MLLP_MAX_CONNECTIONS",
          "PRE_SHUTDOWN_DELAY",
          "SHUTDOWN_TIMEOUT",
          "LOG_LEVEL",
          "MLLP_DB_PATH",
          "TLS_CERT_FILE",
          "TLS_KEY_FILE");

  List<String> all() {
    return List.of(
        address,
        maxConnections,
        preShutdownDelay,
        shutdownTimeout,
        logLevel,
        database,
        tlsCertificate,
        tlsKey);
  }
}
