package dev.slipway.catalog.hypercache;

import dev.slipway.app.Application;
import dev.slipway.app.Disruption;
import dev.slipway.app.Placement;
import dev.slipway.app.ServiceAccount;
import dev.slipway.manifest.Copies;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.network.NetworkAccess;
import dev.slipway.pod.Probe;
import dev.slipway.pod.Resources;
import dev.slipway.secret.LiteralSecret;
import dev.slipway.secret.SecretSource;
import dev.slipway.security.SecurityProfile;
import dev.slipway.target.Defaults;
import dev.slipway.target.StrictDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * HyperCache as its Helm chart installs it: a StatefulSet whose pods know one another by name, and
 * a disruption budget that leaves a quorum of every key's owners.
 *
 * <p>Every setting of the chart has a method here, with the chart's default. Under {@link
 * Defaults#AS_GIVEN} the objects are the chart's, field by field.
 */
public final class HyperCache {
  static final String SOFTWARE = "hypercache";

  /** The version whose chart this follows. */
  public static final String VERSION = "v0.5.0";

  /** The key at which the token stands, in every source of it. */
  public static final String TOKEN = "token";

  private static final long USER = 65532;

  /** What the chart lets the server do. */
  public static final SecurityProfile SECURITY =
      SecurityProfile.builder().runAsUser(USER).runAsGroup(USER).fsGroup(USER).build();

  /** What the chart asks of a node for each pod. */
  public static final Resources RESOURCES =
      Resources.requests("100m", "256Mi").limits("1000m", "512Mi");

  /** The pods' revision label leaves a StatefulSet this much; {@code -headless} fits as well. */
  private static final int LONGEST_NAME = 52;

  private final Builder parts;
  private final Defaults defaults;

  private HyperCache(Builder parts, Defaults defaults) {
    this.parts = parts;
    this.defaults = defaults;
  }

  /** An installation of a name, in the namespace of that name unless another is given. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The chart's name for its objects: the installation's, and the software's if not in it. */
  static String fullName(String name) {
    return name.contains(SOFTWARE) ? name : name + "-" + SOFTWARE;
  }

  String name() {
    return parts.name;
  }

  String fullName() {
    return fullName(parts.name);
  }

  String namespace() {
    return parts.namespace;
  }

  String version() {
    return parts.version;
  }

  boolean strict() {
    return defaults == Defaults.STRICT;
  }

  int replicas() {
    return parts.replicas;
  }

  ClusterSettings cluster() {
    return parts.cluster;
  }

  OwnerQuorum quorum() {
    return new OwnerQuorum(parts.replicas, parts.cluster.replicationFactor());
  }

  CacheImage image() {
    return parts.image;
  }

  CachePorts ports() {
    return parts.ports;
  }

  CacheService client() {
    return parts.client;
  }

  CacheService mgmt() {
    return parts.mgmt;
  }

  ServiceAccount serviceAccount() {
    return Optional.ofNullable(parts.serviceAccount)
        .orElseGet(() -> ServiceAccount.named(fullName()));
  }

  /** Where the token is, where there is one. */
  Optional<SecretSource> auth() {
    return Optional.ofNullable(parts.auth).or(() -> Optional.ofNullable(tokenSecret()));
  }

  Resources resources() {
    return parts.resources;
  }

  Optional<Probe> liveness() {
    return Optional.ofNullable(parts.liveness);
  }

  Optional<Probe> readiness() {
    return Optional.ofNullable(parts.readiness);
  }

  Optional<Disruption> disruption() {
    return Optional.ofNullable(parts.disruption);
  }

  Placement placement() {
    return parts.placement;
  }

  /** Whether the placement says itself which pods to be apart from. */
  boolean ownAffinity() {
    return parts.ownAffinity;
  }

  Optional<NetworkAccess> network() {
    return Optional.ofNullable(parts.network);
  }

  Map<String, String> podLabels() {
    return parts.podLabels;
  }

  Map<String, String> podAnnotations() {
    return parts.podAnnotations;
  }

  SecurityProfile security() {
    return parts.security;
  }

  Duration grace() {
    return parts.grace;
  }

  /** The application, to be rendered for a cluster or put into an environment. */
  public Application application() {
    Application.Builder application =
        Application.builder(parts.name)
            .software(SOFTWARE)
            .namespace(parts.namespace)
            .version(parts.version)
            .defaults(defaults)
            .strictly(() -> new HyperCache(parts, Defaults.STRICT).application())
            .because(StrictDefault.ACCOUNT_TOKEN, "the server does not talk to the cluster's API")
            .because(StrictDefault.SPREAD, "the chart's wish to stand apart does not know zones")
            .because(StrictDefault.ROLLOUT, "a changed token must reach the pods")
            .because(
                StrictDefault.NETWORK_POLICY,
                "nobody but the cache's pods has business at the dist port")
            .workload(new CacheWorkload(this).workload());
    Optional<SecretSource> auth = auth();
    if (auth.isPresent()) {
      application.secret(auth.get());
    }
    return application.with(new Caveats(this)).build();
  }

  private @Nullable SecretSource tokenSecret() {
    if (parts.token == null) {
      return null;
    }
    LiteralSecret.Builder secret =
        SecretSource.literal(fullName() + "-auth").value(TOKEN, parts.token);
    CacheWorkload.labels(this).forEach(secret::label);
    return secret.build();
  }

  /** Collects what an installation is made of. */
  public static final class Builder {
    private final String name;
    private String namespace;
    private String version = VERSION;
    private Defaults defaults = Defaults.STRICT;
    private int replicas = 5;
    private ClusterSettings cluster = ClusterSettings.DEFAULT;
    private CacheImage image = CacheImage.DEFAULT;
    private CachePorts ports = CachePorts.DEFAULT;
    private CacheService client = CacheService.CLIENT;
    private CacheService mgmt = CacheService.MGMT;
    private @Nullable ServiceAccount serviceAccount;
    private @Nullable Text token;
    private @Nullable SecretSource auth;
    private Resources resources = RESOURCES;
    private @Nullable Probe liveness;
    private @Nullable Probe readiness;
    private @Nullable Disruption disruption;
    private Placement placement = Placement.ANYWHERE;
    private boolean ownAffinity;
    private @Nullable NetworkAccess network;
    private Map<String, String> podLabels = new TreeMap<>();
    private Map<String, String> podAnnotations = new TreeMap<>();
    private SecurityProfile security = SECURITY;
    private Duration grace = Duration.ofSeconds(45);

    private Builder(String name) {
      this.name = name;
      namespace = name;
    }

    public Builder namespace(String in) {
      namespace = in;
      return this;
    }

    /** HyperCache's version, also the image's tag unless that has its own; v0.5.0 by default. */
    public Builder version(String installed) {
      version = installed;
      return this;
    }

    /** The chart as it is, or with what strictness adds; strict by default. */
    public Builder defaults(Defaults choice) {
      defaults = choice;
      return this;
    }

    /** How many pods there are; 5 by default, never below the replication factor. */
    public Builder replicas(int count) {
      replicas = count;
      return this;
    }

    public Builder cluster(ClusterSettings settings) {
      cluster = settings;
      return this;
    }

    public Builder image(CacheImage server) {
      image = server;
      return this;
    }

    public Builder ports(CachePorts listening) {
      ports = listening;
      return this;
    }

    /** The Service that clients use. */
    public Builder client(CacheService service) {
      client = service;
      return this;
    }

    /** The Service for metrics and operations. */
    public Builder mgmt(CacheService service) {
      mgmt = service;
      return this;
    }

    /** Whom the pods are; an account of the chart's name and without rights by default. */
    public Builder serviceAccount(ServiceAccount account) {
      serviceAccount = account;
      return this;
    }

    /** Demands this token of clients and peers; it stands in a Secret of the chart's name. */
    public Builder authToken(Text value) {
      token = value;
      return this;
    }

    /** Demands a token of clients and peers: the key {@value #TOKEN} of a source. */
    public Builder auth(SecretSource source) {
      auth = source;
      return this;
    }

    public Builder resources(Resources amounts) {
      resources = amounts;
      return this;
    }

    /** Instead of /healthz on the client API. */
    public Builder liveness(Probe probe) {
      liveness = probe;
      return this;
    }

    /** Instead of /health on the dist port, or a connection to it where auth is on. */
    public Builder readiness(Probe probe) {
      readiness = probe;
      return this;
    }

    /** Instead of the budget that leaves a quorum of every key's owners. */
    public Builder disruption(Disruption budget) {
      disruption = budget;
      return this;
    }

    /** Where the pods may stand, beside the chart's wish to stand apart. */
    public Builder placement(Placement where) {
      placement = where;
      return this;
    }

    /** Where the pods may stand, and all there is to say of it. */
    public Builder onlyPlacement(Placement where) {
      ownAffinity = true;
      return placement(where);
    }

    /** Who may reach the pods, beside one another; their namespace under strict defaults. */
    public Builder network(NetworkAccess access) {
      network = access;
      return this;
    }

    public Builder podLabel(String key, String value) {
      podLabels.put(key, value);
      return this;
    }

    public Builder podAnnotation(String key, String value) {
      podAnnotations.put(key, value);
      return this;
    }

    public Builder security(SecurityProfile profile) {
      security = profile;
      return this;
    }

    /** How long a pod has to end; 45 s by default, and more than the 30 s that the server takes. */
    public Builder grace(Duration period) {
      grace = period;
      return this;
    }

    /**
     * The installation.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong with it
     */
    public HyperCache build() {
      Problems problems = new Problems();
      String full = fullName(name);
      if (full.length() > LONGEST_NAME) {
        problems.add(
            "Its StatefulSet would be '%s', %s characters long; Kubernetes' own labels leave it %s."
                .formatted(full, full.length(), LONGEST_NAME),
            "Give a shorter name; '%s' is added where it is not in it.".formatted(SOFTWARE));
      }
      Optional<String> wrongNamespace = Names.label(namespace);
      if (wrongNamespace.isPresent()) {
        problems.add(
            "The namespace '" + namespace + "' " + wrongNamespace.get() + ".", "Rename it.");
      }
      if (replicas < cluster.replicationFactor()) {
        problems.add(
            "It has %s replicas, and each key is to have %s owners."
                .formatted(replicas, cluster.replicationFactor()),
            "Have at least as many replicas as the replication factor.");
      }
      checkAuth(problems);
      problems.throwIfAny("application '" + name + "'");
      podLabels = Copies.sorted(podLabels);
      podAnnotations = Copies.sorted(podAnnotations);
      return new HyperCache(this, defaults);
    }

    private void checkAuth(Problems problems) {
      if (auth == null && token == null) {
        return;
      }
      if (auth != null && token != null) {
        problems.add(
            "Its token is given, and a source of it too.",
            "Give one: the chart makes no Secret where an existing one is named.");
      }
      SecretSource source = auth;
      if (source != null) {
        problems.collect(() -> source.key(TOKEN));
      }
      if (readiness != null && CacheWorkload.asksOverHttp(readiness, ports.dist())) {
        problems.add(
            "The readiness probe asks the dist port over HTTP, which wants the token there.",
            "Leave the probe out: with auth on, it only opens a connection.");
      }
    }
  }
}
