package dev.slipway.backing;

import java.util.Optional;

/** What a consumer can be told about a database. */
public enum DatabaseSetting {
  /** The engine, in the word that most programs take: {@code postgres}, {@code mysql}. */
  TYPE("engine", ""),
  HOST("host", "host"),
  PORT("port", "port"),
  /** The name of the database on its server. */
  NAME("database name", "database"),
  USER("user", "username"),
  PASSWORD("password", "password"),
  /** All of it in one: {@code postgres://user:password@host:5432/name}. */
  URL("URL", "url"),
  /** How far the connection is secured, in the engine's own word: {@code verify-full}. */
  TLS_MODE("TLS mode", ""),
  /** The path of the file with the certificates of the authorities to trust. */
  CA_FILE("file of trusted authorities", "");

  private final String what;
  private final String key;

  DatabaseSetting(String what, String key) {
    this.what = what;
    this.key = key;
  }

  /** The logical key that it has where it stands in a secret; empty for what never does. */
  public Optional<String> key() {
    return key.isEmpty() ? Optional.empty() : Optional.of(key);
  }

  /**
   * Variables that begin alike: {@code FORMS_DB_TYPE}, {@code _HOST}, {@code _PORT}, {@code _NAME},
   * {@code _USER} and {@code _PASSWORD}.
   */
  public static EnvNames<DatabaseSetting> prefixed(String prefix) {
    EnvNames<DatabaseSetting> names = EnvNames.none();
    for (DatabaseSetting setting : new DatabaseSetting[] {TYPE, HOST, PORT, NAME, USER, PASSWORD}) {
      names = names.and(setting, prefix + setting.name());
    }
    return names;
  }

  /**
   * The variables that everything built on PostgreSQL's own client library reads.
   *
   * @see <a href="https://www.postgresql.org/docs/current/libpq-envars.html">libpq's variables</a>
   */
  public static EnvNames<DatabaseSetting> libpq() {
    return EnvNames.of(HOST, "PGHOST")
        .and(PORT, "PGPORT")
        .and(NAME, "PGDATABASE")
        .and(USER, "PGUSER")
        .and(PASSWORD, "PGPASSWORD")
        .and(TLS_MODE, "PGSSLMODE");
  }

  /** One variable with everything, such as {@code DATABASE_URL}. */
  public static EnvNames<DatabaseSetting> url(String variable) {
    return EnvNames.of(URL, variable);
  }

  @Override
  public String toString() {
    return what;
  }
}
