package dev.slipway.backing;

/** A kind of SQL database. */
public enum DatabaseEngine {
  POSTGRES("PostgreSQL", "postgres", 5432),
  MYSQL("MySQL", "mysql", 3306);

  private final String title;
  private final String type;
  private final int port;

  DatabaseEngine(String title, String type, int port) {
    this.title = title;
    this.type = type;
    this.port = port;
  }

  /** The word that programs' settings take: {@code postgres}. */
  public String type() {
    return type;
  }

  /** The TCP port that it listens on unless told otherwise. */
  public int port() {
    return port;
  }

  /** How the engine's clients call a way to secure the connection. */
  String mode(Tls tls) {
    return this == POSTGRES ? tls.postgres : tls.mysql;
  }

  /** Its name: {@code PostgreSQL}. */
  @Override
  public String toString() {
    return title;
  }

  /**
   * How far a connection is secured.
   *
   * @see <a href="https://www.postgresql.org/docs/current/libpq-ssl.html">PostgreSQL's modes</a>
   * @see <a
   *     href="https://dev.mysql.com/doc/refman/8.4/en/connection-options.html#option_general_ssl-mode">MySQL's</a>
   */
  public enum Tls {
    /** Not at all. */
    DISABLE("disable", "DISABLED"),
    /** Encrypted; whom one talks to is not looked at. */
    REQUIRE("require", "REQUIRED"),
    /** Encrypted, to a server whose certificate a trusted authority has signed. */
    VERIFY_CA("verify-ca", "VERIFY_CA"),
    /** The same, and the certificate is for the host that was asked for. */
    VERIFY_FULL("verify-full", "VERIFY_IDENTITY");

    private final String postgres;
    private final String mysql;

    Tls(String postgres, String mysql) {
      this.postgres = postgres;
      this.mysql = mysql;
    }
  }
}
