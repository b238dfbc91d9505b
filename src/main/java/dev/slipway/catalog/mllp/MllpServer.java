package dev.slipway.catalog.mllp;

import dev.slipway.app.Application;
import dev.slipway.app.Placement;
import dev.slipway.app.Replicas;
import dev.slipway.app.ServiceAccount;
import dev.slipway.app.Spread;
import dev.slipway.manifest.Copies;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problems;
import dev.slipway.pod.Resources;
import dev.slipway.security.SecurityProfile;
import dev.slipway.target.Defaults;
import dev.slipway.target.StrictDefault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The MLLP server: it takes HL7 messages over long-lived TCP connections, and hands them on.
 *
 * <p>What is not given is that of its page's base: one pod, 100 connections, 5 s of pre-shutdown
 * delay, 30 s to shut down.
 */
public final class MllpServer {
  public static final int DEFAULT_PORT = 2575;
  public static final int DEFAULT_MAX_CONNECTIONS = 100;
  public static final String DEFAULT_LOG_LEVEL = "info";
  public static final Duration DEFAULT_PRE_SHUTDOWN_DELAY = Duration.ofSeconds(5);
  public static final Duration DEFAULT_SHUTDOWN_TIMEOUT = Duration.ofSeconds(30);
  public static final Resources DEFAULT_RESOURCES =
      Resources.requests("100m", "64Mi").limits("500m", "256Mi");

  /** The label of the namespaces from which clients may connect. */
  public static final Map<String, String> DEFAULT_CLIENTS =
      Map.of("network-policy/mllp-client", "true");

  /** User and group "nobody". */
  private static final int NOBODY = 65534;

  /** What the page lets the server do. */
  public static final SecurityProfile SECURITY =
      SecurityProfile.restricted().toBuilder()
          .runAsUser(NOBODY)
          .runAsGroup(NOBODY)
          .fsGroup(NOBODY)
          .build();

  /** What the page leaves between the end of the shutdown and the kill. */
  static final Duration MARGIN = Duration.ofSeconds(10);

  static final String SOFTWARE = "mllp-server";

  private final Builder parts;
  private final Defaults defaults;

  private MllpServer(Builder parts, Defaults defaults) {
    this.parts = parts;
    this.defaults = defaults;
  }

  /** A server of a name, in the namespace of that name unless another is given. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  public String name() {
    return parts.name;
  }

  public String image() {
    return parts.image;
  }

  public int port() {
    return parts.port;
  }

  public Replicas replicas() {
    return parts.replicas;
  }

  public Resources resources() {
    return parts.resources;
  }

  public Duration preShutdownDelay() {
    return parts.preShutdownDelay;
  }

  public Duration shutdownTimeout() {
    return parts.shutdownTimeout;
  }

  /** The pre-shutdown delay and the shutdown timeout: what a pod may take to end. */
  public Duration ending() {
    return parts.ending();
  }

  /** How long a pod has to end: what was given, or the page's 10 s more than it may take. */
  public Duration grace() {
    return parts.grace();
  }

  public SettingKeys keys() {
    return parts.keys;
  }

  public Optional<Outbox> outbox() {
    return Optional.ofNullable(parts.outbox);
  }

  public Optional<Tls> tls() {
    return Optional.ofNullable(parts.tls);
  }

  /** Labels of the namespaces whose pods may connect. */
  public Map<String, String> clients() {
    return parts.clients;
  }

  /** Whom its pods are, where that was given. */
  public Optional<ServiceAccount> serviceAccount() {
    return Optional.ofNullable(parts.serviceAccount);
  }

  SecurityProfile security() {
    return parts.security;
  }

  List<String> imagePullSecrets() {
    return parts.imagePullSecrets;
  }

  boolean strict() {
    return defaults == Defaults.STRICT;
  }

  /** What the ConfigMap holds, in the order of the page. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    SettingKeys keys = parts.keys;
    settings.put(keys.address(), ":" + parts.port);
    settings.put(keys.maxConnections(), Integer.toString(parts.maxConnections));
    settings.put(keys.preShutdownDelay(), parts.preShutdownDelay.toSeconds() + "s");
    settings.put(keys.shutdownTimeout(), parts.shutdownTimeout.toSeconds() + "s");
    settings.put(keys.logLevel(), parts.logLevel);
    settings.putAll(parts.more);
    return settings;
  }

  /** Where the pods go: a spread over zones that is given stands beside the strict one. */
  Placement placement() {
    Spread zones = parts.zoneSpread;
    if (zones == null) {
      return parts.placement;
    }
    return strict()
        ? parts.placement.spread(zones, Spread.preferred(Spread.HOST))
        : parts.placement.spread(zones);
  }

  /** The application, to be rendered for a cluster or put into an environment. */
  public Application application() {
    Application.Builder application =
        Application.builder(parts.name)
            .software(SOFTWARE)
            .namespace(parts.namespace)
            .defaults(defaults)
            .strictly(() -> new MllpServer(parts, Defaults.STRICT).application())
            .because(StrictDefault.ACCOUNT_TOKEN, "the server does not talk to the cluster's API")
            .because(StrictDefault.ROLLOUT, "a changed setting would count for new pods only")
            .workload(new ServerWorkload(this).workload());
    if (parts.version != null) {
      application.version(parts.version);
    }
    tls()
        .filter(tls -> tls.rotation() == Tls.Rotation.RESTART)
        .ifPresent(tls -> application.secret(tls.secret()));
    return application.with(new Remarks(this)).build();
  }

  /** Collects what a server is made of. */
  public static final class Builder {
    private final String name;
    private String namespace;
    private @Nullable String version;
    private Defaults defaults = Defaults.STRICT;
    private String image = "";
    private int port = DEFAULT_PORT;
    private Replicas replicas = Replicas.fixed(1);
    private String logLevel = DEFAULT_LOG_LEVEL;
    private int maxConnections = DEFAULT_MAX_CONNECTIONS;
    private Resources resources = DEFAULT_RESOURCES;
    private Duration preShutdownDelay = DEFAULT_PRE_SHUTDOWN_DELAY;
    private Duration shutdownTimeout = DEFAULT_SHUTDOWN_TIMEOUT;
    private @Nullable Duration grace;
    private @Nullable Spread zoneSpread;
    private @Nullable Outbox outbox;
    private @Nullable Tls tls;
    private Map<String, String> clients = DEFAULT_CLIENTS;
    private Map<String, String> more = Map.of();
    private SettingKeys keys = SettingKeys.DEFAULT;
    private Placement placement = Placement.ANYWHERE;
    private @Nullable ServiceAccount serviceAccount;
    private SecurityProfile security = SECURITY;
    private final List<String> imagePullSecrets = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
      namespace = name;
    }

    public Builder namespace(String in) {
      namespace = in;
      return this;
    }

    /** The server's version, for labels. */
    public Builder version(String installed) {
      version = installed;
      return this;
    }

    public Builder defaults(Defaults choice) {
      defaults = choice;
      return this;
    }

    /** The image; the page names none. */
    public Builder image(String reference) {
      image = reference;
      return this;
    }

    /** Where it takes connections: 2575 unless given, and above 1023, for it has no capability. */
    public Builder port(int number) {
      port = number;
      return this;
    }

    /** How many pods there are: 1 unless given; with an outbox there can be no more. */
    public Builder replicas(Replicas howMany) {
      replicas = howMany;
      return this;
    }

    /** {@code info} unless given. */
    public Builder logLevel(String level) {
      logLevel = level;
      return this;
    }

    /** How many connections a pod takes at a time: 100 unless given. */
    public Builder maxConnections(int number) {
      maxConnections = number;
      return this;
    }

    public Builder resources(Resources amounts) {
      resources = amounts;
      return this;
    }

    /** How long it goes on accepting connections after SIGTERM: 5 s unless given. */
    public Builder preShutdownDelay(Duration delay) {
      preShutdownDelay = delay;
      return this;
    }

    /** How long it then waits for connections to end: 30 s unless given. */
    public Builder shutdownTimeout(Duration timeout) {
      shutdownTimeout = timeout;
      return this;
    }

    /**
     * How long a pod has to end before it is killed: more than the delay and the timeout together;
     * 10 s more unless given.
     */
    public Builder grace(Duration period) {
      grace = period;
      return this;
    }

    /**
     * Spreads the pods over zones, with a difference of at most one, as the page has it in
     * production.
     *
     * @param required whether a pod that would break it stays pending: the page does not say
     */
    public Builder zoneSpread(boolean required) {
      zoneSpread = required ? Spread.required(Spread.ZONE) : Spread.preferred(Spread.ZONE);
      return this;
    }

    /** Keeps messages on a volume until they are handed on. */
    public Builder outbox(Outbox volume) {
      outbox = volume;
      return this;
    }

    public Builder tls(Tls certificate) {
      tls = certificate;
      return this;
    }

    /** Labels of the namespaces whose pods may connect. */
    public Builder clients(Map<String, String> namespaceLabels) {
      clients = Map.copyOf(namespaceLabels);
      return this;
    }

    /** More environment variables, in the ConfigMap. */
    public Builder settings(Map<String, String> variables) {
      more = Copies.inOrder(variables);
      return this;
    }

    /** The names of its environment variables, where they are not those of its page. */
    public Builder keys(SettingKeys others) {
      keys = others;
      return this;
    }

    /** Where its pods may stand; on any node without a taint unless given. */
    public Builder placement(Placement where) {
      placement = where;
      return this;
    }

    /** Whom its pods are: to a cloud, by an identity. */
    public Builder serviceAccount(ServiceAccount account) {
      serviceAccount = account;
      return this;
    }

    /** What the server may do; as little as can be, as user and group 65534, unless given. */
    public Builder security(SecurityProfile profile) {
      security = profile;
      return this;
    }

    public Builder imagePullSecret(String secret) {
      imagePullSecrets.add(secret);
      return this;
    }

    private Duration ending() {
      return preShutdownDelay.plus(shutdownTimeout);
    }

    private Duration grace() {
      return grace == null ? ending().plus(MARGIN) : grace;
    }

    /**
     * The server.
     *
     * @throws InvalidInputException with everything that is wrong with it
     */
    public MllpServer build() {
      MllpServer server = new MllpServer(this, defaults);
      Problems problems = new Problems();
      if (zoneSpread != null && placement.spread().isPresent()) {
        problems.add(
            "It has both a zone spread and a spread of its own.",
            "Keep one: a spread can name zones, too.");
      }
      MllpChecks.check(server, more.keySet(), problems);
      problems.throwIfAny("application '" + name + "'");
      return server;
    }
  }
}
