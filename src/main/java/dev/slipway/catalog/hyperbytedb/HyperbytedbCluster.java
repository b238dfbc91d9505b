package dev.slipway.catalog.hyperbytedb;

import dev.slipway.app.Application;
import dev.slipway.app.Placement;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problems;
import dev.slipway.secret.SecretSource;
import dev.slipway.security.SecurityProfile;
import dev.slipway.target.Defaults;
import dev.slipway.target.StrictDefault;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A HyperbyteDB database, declared by the custom resource that its operator turns into a
 * StatefulSet, Services, claims and a disruption budget.
 *
 * <pre>{@code
 * HyperbytedbCluster.builder("metrics")
 *     .set(Spec.REPLICAS, 3)
 *     .set(Spec.IMAGE, "hyperbytedb:1.0.0")
 *     .set(Storage.SIZE, Quantity.of("50Gi"))
 *     .build();
 * }</pre>
 *
 * <p>Settings that are not made are left to the operator, which has defaults for them.
 */
public final class HyperbytedbCluster {
  static final String SOFTWARE = "hyperbytedb";
  static final GroupVersionKind TYPE =
      new GroupVersionKind("hyperbytedb.hyperbyte.cloud", "v1alpha1", "HyperbytedbCluster");

  private final Builder parts;
  private final Mapping spec;

  private HyperbytedbCluster(Builder parts, Mapping spec) {
    this.parts = parts;
    this.spec = spec;
  }

  /** A cluster of a name, in the namespace of that name unless another is given. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  public String name() {
    return parts.name;
  }

  /** The resource's {@code spec}, as it was given. */
  public Mapping spec() {
    return spec;
  }

  Placement placement() {
    return parts.placement;
  }

  Optional<Identity> identity() {
    return Optional.ofNullable(parts.identity);
  }

  Optional<SecurityProfile> security() {
    return Optional.ofNullable(parts.security);
  }

  Credentials credentials() {
    return parts.credentials();
  }

  /** The names for the API's certificate that were given; empty for those of its Services. */
  List<String> certificateNames() {
    return parts.certificateNames;
  }

  /** The application, to be rendered for a cluster or put into an environment. */
  public Application application() {
    Application.Builder application =
        Application.builder(parts.name)
            .software(SOFTWARE)
            .namespace(parts.namespace)
            .defaults(parts.defaults)
            .because(StrictDefault.SPREAD, "members on one node go down together")
            .operator(new HyperbytedbOperator())
            .with(new ClusterResource(this))
            .with(new Certificates(this))
            .with(new Remarks(this));
    if (Spec.VERSION.isGiven(spec)) {
      application.version(Spec.VERSION.text(spec));
    }
    parts.secrets.values().forEach(application::with);
    return application.build();
  }

  /** Collects what a cluster is made of. */
  public static final class Builder {
    private final String name;
    private String namespace;
    private Defaults defaults = Defaults.STRICT;
    private @Nullable Mapping given;
    private final Map<Setting<?>, Node> settings = new LinkedHashMap<>();
    private final Problems wrong = new Problems();
    private final Map<Credentials.Role, SecretSource> secrets =
        new EnumMap<>(Credentials.Role.class);
    private List<String> certificateNames = List.of();
    private Placement placement = Placement.ANYWHERE;
    private @Nullable Identity identity;
    private @Nullable SecurityProfile security;

    private Builder(String name) {
      this.name = name;
      namespace = name;
    }

    public Builder namespace(String in) {
      namespace = in;
      return this;
    }

    public Builder defaults(Defaults choice) {
      defaults = choice;
      return this;
    }

    /**
     * Makes a setting; {@link #build} refuses a value that is out of its range.
     *
     * @param setting one of {@link Spec}, {@link Server}, {@link Storage} and the like
     */
    public <V> Builder set(Setting<V> setting, V value) {
      setting
          .field()
          .problem(value)
          .ifPresent(why -> wrong.add("%s: %s".formatted(setting, why), "Mend it."));
      settings.put(setting, setting.node(value));
      return this;
    }

    /** Takes a whole spec as a file has it. */
    Builder spec(Mapping written) {
      given = written;
      return this;
    }

    /** Where the credentials of the bucket come from: access_key_id and secret_access_key. */
    public Builder s3Credentials(SecretSource source) {
      return secret(Credentials.Role.S3, source);
    }

    /** Where the credentials of the HTTP API come from. */
    public Builder authCredentials(SecretSource source) {
      return secret(Credentials.Role.AUTH, source);
    }

    /** Where the certificate of the HTTP API comes from: a Secret of the type kubernetes.io/tls. */
    public Builder serverCertificate(SecretSource source) {
      return secret(Credentials.Role.SERVER_TLS, source);
    }

    /** Where the certificate between members comes from: of the type kubernetes.io/tls. */
    public Builder peerCertificate(SecretSource source) {
      return secret(Credentials.Role.PEER_TLS, source);
    }

    Builder secret(Credentials.Role role, SecretSource source) {
      secrets.put(role, source);
      return this;
    }

    /** The DNS names that cert-manager signs, where they are not those of the Services. */
    public Builder certificateNames(List<String> dnsNames) {
      certificateNames = List.copyOf(dnsNames);
      return this;
    }

    /** Where the members may stand; their spec has a place for affinity and tolerations only. */
    public Builder placement(Placement where) {
      placement = where;
      return this;
    }

    /** Whom the members are to a cloud; their spec has no place for that, and a finding says so. */
    public Builder identity(Identity whom) {
      identity = whom;
      return this;
    }

    /** What the members may do; their spec has no place for that, and a finding says so. */
    public Builder security(SecurityProfile profile) {
      security = profile;
      return this;
    }

    private Credentials credentials() {
      return new Credentials(secrets);
    }

    /**
     * The cluster.
     *
     * @throws InvalidInputException with everything that is wrong with it
     */
    public HyperbytedbCluster build() {
      Problems problems = new Problems();
      problems.addAll(wrong.all());
      Mapping spec = assembled();
      credentials().check(spec, problems);
      SpecChecks.check(spec, placement, problems);
      problems.throwIfAny("application '" + name + "'");
      return new HyperbytedbCluster(this, spec);
    }

    private Mapping assembled() {
      Map<Setting<?>, Node> all = new LinkedHashMap<>(settings);
      if (given != null) {
        Mapping written = given;
        Spec.settings()
            .forEach(
                setting -> setting.find(written).ifPresent(node -> all.putIfAbsent(setting, node)));
      }
      credentials().nameIn(all);
      return Spec.SHAPE.of(all);
    }
  }
}
