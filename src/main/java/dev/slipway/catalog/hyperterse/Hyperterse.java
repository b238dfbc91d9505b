package dev.slipway.catalog.hyperterse;

import dev.slipway.app.Application;
import dev.slipway.app.Disruption;
import dev.slipway.app.Placement;
import dev.slipway.app.Replicas;
import dev.slipway.app.ServiceAccount;
import dev.slipway.app.Workload;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.network.Exposure;
import dev.slipway.network.HttpRoute;
import dev.slipway.network.Ingress;
import dev.slipway.network.NetworkAccess;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Resources;
import dev.slipway.secret.SecretSource;
import dev.slipway.security.SecurityProfile;
import dev.slipway.target.Defaults;
import dev.slipway.target.StrictDefault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hyperterse as its page "Kubernetes" deploys it: a stateless Deployment of a pre-built image, a
 * Service in front of it, and its secrets as environment variables.
 *
 * <p>Under {@link Defaults#AS_GIVEN} the objects are the page's, field by field.
 */
public final class Hyperterse {
  static final String SOFTWARE = "hyperterse";

  /** The port of the page; flag, server.port and the variable PORT win over it, in that order. */
  public static final int PORT = 8080;

  static final String SESSION_COOKIE = "hyperterse-session";

  private static final long USER = 1001;

  /** What the page lets the server do. */
  public static final SecurityProfile PAGE_SECURITY =
      SecurityProfile.unset().toBuilder()
          .readOnlyRootFilesystem(true)
          .runAsNonRoot(true)
          .runAsUser(USER)
          .inContainers()
          .build();

  /** The same, and nothing else. */
  public static final SecurityProfile SECURITY = SecurityProfile.builder().runAsUser(USER).build();

  /** What the page asks of a node for each pod. */
  public static final Resources RESOURCES =
      Resources.requests("100m", "64Mi").limits("500m", "256Mi");

  private final Builder parts;
  private final Defaults defaults;

  private Hyperterse(Builder parts, Defaults defaults) {
    this.parts = parts;
    this.defaults = defaults;
  }

  /**
   * An installation of a name, in the namespace of that name unless another is given.
   *
   * @param image what was built with {@code hyperterse} and its configuration
   */
  public static Builder builder(String name, Text image) {
    return new Builder(name, image);
  }

  String name() {
    return parts.name;
  }

  Text image() {
    return parts.image;
  }

  boolean strict() {
    return defaults == Defaults.STRICT;
  }

  Replicas replicas() {
    return parts.replicas;
  }

  int port() {
    return parts.port;
  }

  List<EnvVar> env() {
    return parts.env;
  }

  Configuration configuration() {
    return parts.configuration;
  }

  /** Whether the tools use MCP sessions, which live in the pod that began them. */
  boolean sessions() {
    return parts.sessions;
  }

  Optional<Exposure> service() {
    return Optional.ofNullable(parts.service);
  }

  List<Ingress> ingresses() {
    return parts.ingresses;
  }

  List<HttpRoute> routes() {
    return parts.routes;
  }

  Optional<NetworkAccess> network() {
    return Optional.ofNullable(parts.network);
  }

  Optional<Duration> startup() {
    return Optional.ofNullable(parts.startup);
  }

  Resources resources() {
    return parts.resources;
  }

  SecurityProfile security() {
    return Optional.ofNullable(parts.security).orElse(strict() ? SECURITY : PAGE_SECURITY);
  }

  Optional<ServiceAccount> serviceAccount() {
    return Optional.ofNullable(parts.serviceAccount);
  }

  Optional<Disruption> disruption() {
    return Optional.ofNullable(parts.disruption);
  }

  Placement placement() {
    return parts.placement;
  }

  List<String> pullSecrets() {
    return parts.pullSecrets;
  }

  /** The application, to be rendered for a cluster or put into an environment. */
  public Application application() {
    Workload workload = new ServerWorkload(this).workload();
    Application.Builder application =
        Application.builder(parts.name)
            .software(SOFTWARE)
            .namespace(parts.namespace)
            .defaults(defaults)
            .strictly(() -> new Hyperterse(parts, Defaults.STRICT).application())
            .because(StrictDefault.ACCOUNT_TOKEN, "the server does not talk to the cluster's API")
            .because(StrictDefault.SECURITY, "with these the pods pass the level restricted")
            .because(StrictDefault.ROLLOUT, "what is read at the start must be read again")
            .workload(workload);
    Optional.ofNullable(parts.version).ifPresent(application::version);
    parts.secrets.forEach(application::secret);
    return application.with(new SessionCaveats(this)).build();
  }

  /** Collects what an installation is made of. */
  public static final class Builder {
    private final String name;
    private final Text image;
    private String namespace;
    private @Nullable String version;
    private Defaults defaults = Defaults.STRICT;
    private Replicas replicas = Replicas.fixed(3);
    private int port = PORT;
    private List<EnvVar> env = new ArrayList<>();
    private List<SecretSource> secrets = new ArrayList<>();
    private Configuration configuration = Configuration.NONE;
    private final Set<String> references = new LinkedHashSet<>();
    private boolean sessions;
    private @Nullable Exposure service;
    private List<Ingress> ingresses = new ArrayList<>();
    private List<HttpRoute> routes = new ArrayList<>();
    private @Nullable NetworkAccess network;
    private @Nullable Duration startup;
    private Resources resources = RESOURCES;
    private @Nullable SecurityProfile security;
    private @Nullable ServiceAccount serviceAccount;
    private @Nullable Disruption disruption;
    private Placement placement = Placement.ANYWHERE;
    private List<String> pullSecrets = new ArrayList<>();

    private Builder(String name, Text image) {
      this.name = name;
      this.image = image;
      namespace = name;
    }

    public Builder namespace(String in) {
      namespace = in;
      return this;
    }

    /** The version of what the image serves, for labels. */
    public Builder version(String installed) {
      version = installed;
      return this;
    }

    /** The page as it is, or with what strictness adds; strict by default. */
    public Builder defaults(Defaults choice) {
      defaults = choice;
      return this;
    }

    /** How many pods there are; 3 by default. */
    public Builder replicas(Replicas howMany) {
      replicas = howMany;
      return this;
    }

    /** The port that it listens on, 1 to 65535; told to it by the variable PORT if not 8080. */
    public Builder port(int number) {
      port = number;
      return this;
    }

    public Builder env(EnvVar variable) {
      env.add(variable);
      return this;
    }

    /** A Secret that a variable is taken from. */
    public Builder secret(SecretSource source) {
      secrets.add(source);
      return this;
    }

    /** Files of its configuration that are not in its image; a change of them rolls the pods. */
    public Builder configuration(Configuration files) {
      configuration = files;
      return this;
    }

    /** The variables that the configuration in its image refers to. */
    public Builder refersTo(String... variables) {
      references.addAll(List.of(variables));
      return this;
    }

    /** Keeps each MCP session on the pod that began it, by a cookie of every way in. */
    public Builder sessions() {
      sessions = true;
      return this;
    }

    /** Instead of a Service inside the cluster that leads from port 80 to the server. */
    public Builder service(Exposure exposure) {
      service = exposure;
      return this;
    }

    public Builder ingress(Ingress way) {
      ingresses.add(way);
      return this;
    }

    public Builder route(HttpRoute way) {
      routes.add(way);
      return this;
    }

    /** Who may reach the pods, and whom they may; under strict defaults its namespace and all. */
    public Builder network(NetworkAccess access) {
      network = access;
      return this;
    }

    /** How long its connectors may take until they are there, before it is restarted. */
    public Builder startup(Duration longest) {
      startup = longest;
      return this;
    }

    public Builder resources(Resources amounts) {
      resources = amounts;
      return this;
    }

    public Builder security(SecurityProfile profile) {
      security = profile;
      return this;
    }

    public Builder serviceAccount(ServiceAccount account) {
      serviceAccount = account;
      return this;
    }

    public Builder disruption(Disruption budget) {
      disruption = budget;
      return this;
    }

    public Builder placement(Placement where) {
      placement = where;
      return this;
    }

    public Builder pullSecret(String secret) {
      pullSecrets.add(secret);
      return this;
    }

    /**
     * The installation.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong with it
     */
    public Hyperterse build() {
      Problems problems = new Problems();
      Supplied supplied = new Supplied(env, secrets);
      supplied.check(configuration.references(), "The configuration", problems);
      supplied.check(references, "The image's configuration", problems);
      supplied.checkSecrets(problems);
      checkPort(supplied, problems);
      if (startup != null && startup.toSeconds() < 1) {
        problems.add("Its connectors may take less than a second.", "Give startup 1s or more.");
      }
      problems.throwIfAny("application '" + name + "'");
      env = List.copyOf(env);
      secrets = List.copyOf(secrets);
      ingresses = List.copyOf(ingresses);
      routes = List.copyOf(routes);
      pullSecrets = List.copyOf(pullSecrets);
      return new Hyperterse(this, defaults);
    }

    private void checkPort(Supplied supplied, Problems problems) {
      for (int configured : configuration.ports()) {
        if (configured != port) {
          problems.add(
              "The configuration has server.port %s, which wins over the port %s that is given."
                  .formatted(configured, port),
              "Give port: " + configured + ", or take server.port out.");
        }
      }
      if (port != PORT && supplied.has("PORT")) {
        problems.add(
            "The variable PORT is given, and the port too.", "Give port alone: it sets PORT.");
      }
    }
  }
}
