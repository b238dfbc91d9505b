package dev.slipway.catalog.mllp;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;

/** The names of the server's environment variables, in an environment file. */
final class KeysNotation {
  private static final SettingKeys PAGE = SettingKeys.DEFAULT;

  private static final Field<String> ADDRESS =
      key("address", "Where it listens.", PAGE.address(), "LISTEN_ADDR");
  private static final Field<String> MAX_CONNECTIONS =
      key(
          "maxConnections",
          "How many connections it takes at a time.",
          PAGE.maxConnections(),
          "MAX_CONNECTIONS");
  private static final Field<String> PRE_SHUTDOWN_DELAY =
      key(
          "preShutdownDelay",
          "How long it goes on accepting after SIGTERM.",
          PAGE.preShutdownDelay(),
          "MLLP_PRE_SHUTDOWN_DELAY");
  private static final Field<String> SHUTDOWN_TIMEOUT =
      key(
          "shutdownTimeout",
          "How long it then waits for connections to end.",
          PAGE.shutdownTimeout(),
          "MLLP_SHUTDOWN_TIMEOUT");
  private static final Field<String> LOG_LEVEL =
      key("logLevel", "How much it logs.", PAGE.logLevel(), "MLLP_LOG_LEVEL");
  private static final Field<String> DATABASE =
      key("database", "The file of its outbox.", PAGE.database(), "DB_PATH");
  private static final Field<String> TLS_CERTIFICATE =
      key(
          "tlsCertificate",
          "The file of its certificate.",
          PAGE.tlsCertificate(),
          "MLLP_TLS_CERT_FILE");
  private static final Field<String> TLS_KEY =
      key("tlsKey", "The file of its private key.", PAGE.tlsKey(), "MLLP_TLS_KEY_FILE");

  static final Definition<SettingKeys> DEFINITION =
      Definition.of("MLLP server keys", "The names of the server's environment variables.")
          .fields(ADDRESS, MAX_CONNECTIONS, PRE_SHUTDOWN_DELAY, SHUTDOWN_TIMEOUT, LOG_LEVEL)
          .fields(DATABASE, TLS_CERTIFICATE, TLS_KEY)
          .building(KeysNotation::keys);

  private KeysNotation() {}

  private static Field<String> key(String name, String doc, String page, String example) {
    return Field.optional(name, Type.string().of(Format.ENV_NAME), doc)
        .byDefault(page)
        .example(example);
  }

  private static SettingKeys keys(Given given) {
    return new SettingKeys(
        given.get(ADDRESS),
        given.get(MAX_CONNECTIONS),
        given.get(PRE_SHUTDOWN_DELAY),
        given.get(SHUTDOWN_TIMEOUT),
        given.get(LOG_LEVEL),
        given.get(DATABASE),
        given.get(TLS_CERTIFICATE),
        given.get(TLS_KEY));
  }
}
