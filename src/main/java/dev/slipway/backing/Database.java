package dev.slipway.backing;

import dev.slipway.backing.DatabaseEngine.Tls;
import dev.slipway.identity.Grant;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.network.Peer;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A SQL database that is there already, and how it is reached. Immutable; made with {@link
 * #postgres} or {@link #mysql}.
 */
public final class Database {
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,4}){0,2}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+");

  private final DatabaseEngine engine;
  private final String version;
  private final Map<DatabaseSetting, SettingValue> settings;
  private final Tls tls;
  private final Optional<SecretSource> credentials;
  private final Optional<Text> login;
  private final Optional<Mount> authorities;
  private final Reach reach;

  private Database(Builder builder, Map<DatabaseSetting, SettingValue> settings) {
    engine = builder.engine;
    version = builder.version;
    this.settings = settings;
    tls = builder.tls;
    credentials = Optional.ofNullable(builder.credentials);
    login = Optional.ofNullable(builder.login);
    authorities = Optional.ofNullable(builder.authorities);
    reach = new Reach(builder.peers, builder.port);
  }

  /** A PostgreSQL database of a version: {@code 16}, {@code 16.4}. */
  public static Builder postgres(String version) {
    return new Builder(DatabaseEngine.POSTGRES, version);
  }

  /** A MySQL database of a version: {@code 8.4}. */
  public static Builder mysql(String version) {
    return new Builder(DatabaseEngine.MYSQL, version);
  }

  public DatabaseEngine engine() {
    return engine;
  }

  /** The version as it was given. */
  public String version() {
    return version;
  }

  /** The version's first number. */
  public int majorVersion() {
    int dot = version.indexOf('.');
    return Integer.parseInt(dot < 0 ? version : version.substring(0, dot));
  }

  /** What is known of a setting, or nothing. */
  public Optional<SettingValue> setting(DatabaseSetting setting) {
    return Optional.ofNullable(settings.get(setting));
  }

  /** How far connections are to be secured. */
  public Tls tls() {
    return tls;
  }

  /** Whether the pods log in as who they are in the cloud, instead of with a password. */
  public boolean logsInByIdentity() {
    return login.isPresent();
  }

  /**
   * This database as a workload uses it.
   *
   * @param names the variables that its containers read
   * @throws InvalidInputException if a variable is to hold what nobody has said
   */
  public Binding binding(EnvNames<DatabaseSetting> names) {
    Problems problems = new Problems();
    names.check(problems);
    List<EnvVar> env = new ArrayList<>();
    names
        .names()
        .forEach(
            (setting, variable) ->
                setting(setting)
                    .ifPresentOrElse(
                        value -> env.add(value.env(variable)),
                        () -> problems.add(unknown(setting, variable))));
    problems.throwIfAny(part(engine));
    return new Bound(
        env,
        authorities.stream().toList(),
        login.<Grant>map(Grant.DatabaseLogin::new).stream().toList(),
        List.of(reach.egress(engine + " database")),
        credentials,
        (target, out) -> notices(out));
  }

  private Problem unknown(DatabaseSetting setting, String variable) {
    String elsewhere =
        setting.key().map(key -> "give credentials with the key '" + key + "'").orElse("");
    String remedy =
        switch (setting) {
          case PASSWORD ->
              logsInByIdentity()
                  ? "Leave the variable out; the pods log in with their identity."
                  : "Choose where it comes from: " + elsewhere + ".";
          case URL -> "Choose where it comes from: " + elsewhere + ".";
          case CA_FILE -> "Say where the certificates are mounted, with authorities(...).";
          default -> "Say what it is, or " + elsewhere + ".";
        };
    return Problem.of(
        "The variable '%s' is to hold the %s, which nobody has said.".formatted(variable, setting),
        remedy);
  }

  private void notices(Sink out) {
    if (tls == Tls.DISABLE) {
      out.notice(
          Notice.warning(
              "database-without-tls",
              "Connections to the " + engine + " database are not encrypted.",
              "Require TLS, and verify the server where its authority can be mounted."));
    }
  }

  private static String part(DatabaseEngine engine) {
    return engine + " database";
  }

  @Override
  public String toString() {
    return part(engine) + " " + version;
  }

  /** Collects what is known of a database. */
  public static final class Builder {
    private final DatabaseEngine engine;
    private final String version;
    private final Map<DatabaseSetting, Text> given = new EnumMap<>(DatabaseSetting.class);
    private final List<Peer> peers = new ArrayList<>();
    private int port;
    private Tls tls = Tls.REQUIRE;
    private @Nullable SecretSource credentials;
    private @Nullable Text login;
    private @Nullable Mount authorities;

    private Builder(DatabaseEngine engine, String version) {
      this.engine = engine;
      this.version = version;
      port = engine.port();
    }

    /** The server's host name or address. */
    public Builder host(String host) {
      return host(Text.of(host));
    }

    /** The server's host name or address, which may be known only later. */
    public Builder host(Text host) {
      given.put(DatabaseSetting.HOST, host);
      return this;
    }

    /**
     * The server's port; the engine's own unless given. Where only a secret tells the port, a
     * network policy still opens this one.
     */
    public Builder port(int port) {
      this.port = port;
      given.put(DatabaseSetting.PORT, Text.of(Integer.toString(port)));
      return this;
    }

    /** The name of the database on its server. */
    public Builder name(String name) {
      return name(Text.of(name));
    }

    /** The name of the database on its server, which may be known only later. */
    public Builder name(Text name) {
      given.put(DatabaseSetting.NAME, name);
      return this;
    }

    /** Whom to log in as. */
    public Builder user(String user) {
      return user(Text.of(user));
    }

    /** Whom to log in as, which may be known only later. */
    public Builder user(Text user) {
      given.put(DatabaseSetting.USER, user);
      return this;
    }

    /**
     * Where the password comes from, and all else that is not given here: settings stand at the
     * logical keys {@code host}, {@code port}, {@code database}, {@code username}, {@code password}
     * and {@code url}, so far as the source has those.
     */
    public Builder credentials(SecretSource source) {
      credentials = source;
      return this;
    }

    /** How far connections are secured; {@link Tls#REQUIRE} unless given. */
    public Builder tls(Tls mode) {
      tls = mode;
      return this;
    }

    /**
     * The certificates of the authorities to trust.
     *
     * @param mount where the containers see them
     * @param file the file's name in the mount's folder
     */
    public Builder authorities(Mount mount, String file) {
      authorities = mount;
      given.put(DatabaseSetting.CA_FILE, Text.of(mount.path() + "/" + file));
      return this;
    }

    /**
     * Has the pods log in with their identity in the cloud instead of a password.
     *
     * @param resource the database's name in the cloud, as {@link Grant.DatabaseLogin} takes it
     */
    public Builder loginByIdentity(Text resource) {
      login = resource;
      return this;
    }

    /** Ranges of addresses in which the server is, as {@code 10.0.0.0/16}; anywhere for none. */
    public Builder addresses(String... ranges) {
      for (String range : ranges) {
        peer(Peer.addresses(range));
      }
      return this;
    }

    /** Where the server is, as a network policy knows it; anywhere for none. */
    public Builder peer(Peer peer) {
      peers.add(peer);
      return this;
    }

    /**
     * The database.
     *
     * @throws InvalidInputException with everything that is wrong
     */
    public Database build() {
      Problems problems = new Problems();
      if (!VERSION.matcher(version).matches()) {
        problems.add(
            "'" + version + "' is no version of " + engine + ".",
            "Write it as 16 or 16.4, in quotes where it stands in YAML.");
      }
      new Reach(peers, port).check(problems);
      Map<DatabaseSetting, SettingValue> settings = settings(problems);
      checkHost(problems);
      problems.throwIfAny(part(engine));
      return new Database(this, settings);
    }

    private Map<DatabaseSetting, SettingValue> settings(Problems problems) {
      Map<DatabaseSetting, SettingValue> settings = new EnumMap<>(DatabaseSetting.class);
      for (DatabaseSetting setting : DatabaseSetting.values()) {
        value(setting, problems).ifPresent(value -> settings.put(setting, value));
      }
      return settings;
    }

    /** What is given goes before what a secret has, and both before what is usual. */
    private Optional<SettingValue> value(DatabaseSetting setting, Problems problems) {
      Text text = given.get(setting);
      if (text != null) {
        SettingValue.Given value = new SettingValue.Given(text);
        value.check(setting.toString(), problems);
        return Optional.of(value);
      }
      SecretSource source = credentials;
      if (source != null && setting.key().filter(source.keys()::contains).isPresent()) {
        return setting.key().map(source::key).map(SettingValue.InSecret::new);
      }
      return switch (setting) {
        case TYPE -> usual(engine.type());
        case PORT -> usual(Integer.toString(engine.port()));
        case TLS_MODE -> usual(engine.mode(tls));
        default -> Optional.empty();
      };
    }

    private static Optional<SettingValue> usual(String value) {
      return Optional.of(new SettingValue.Given(Text.of(value)));
    }

    /** A connection URL given for a host may have a password in it. */
    private static String shown(String host) {
      return host.contains("@") ? "What is given, a URL or login," : "'" + host + "'";
    }

    private void checkHost(Problems problems) {
      Text host = given.get(DatabaseSetting.HOST);
      @Nullable String known = host == null ? null : host.value();
      if (known != null && !known.isBlank() && !HOST.matcher(known).matches()) {
        problems.add(
            shown(known) + " is no host.",
            "Give the name or address alone, without a scheme or port.");
      }
    }
  }
}
