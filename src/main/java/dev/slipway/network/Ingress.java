package dev.slipway.network;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A way into the cluster for HTTP: a host name that leads to a Service.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/ingress/">Ingress</a>
 */
public final class Ingress {
  private final String host;
  private final String path;
  private final @Nullable String className;
  private final @Nullable String tlsSecret;
  private final @Nullable String issuer;
  private final Map<String, String> annotations;
  private final Map<String, String> controllerNamespace;
  private final @Nullable String sessionCookie;
  private final SessionKeeping sessions;

  private Ingress(Builder builder) {
    host = builder.host;
    path = builder.path;
    className = builder.className;
    tlsSecret = builder.tlsSecret;
    issuer = builder.issuer;
    annotations = Copies.sorted(builder.annotations);
    controllerNamespace = Map.copyOf(builder.controllerNamespace);
    sessionCookie = builder.sessionCookie;
    sessions =
        builder.sessions == null
            ? SessionKeeping.ofClass(className == null ? "" : className)
            : builder.sessions;
  }

  /** An ingress for a host name, such as {@code forms.example.com}. */
  public static Builder host(String host) {
    return new Builder(host);
  }

  public String host() {
    return host;
  }

  /** The Secret with the certificate, if TLS ends at the ingress. */
  public Optional<String> tlsSecret() {
    return Optional.ofNullable(tlsSecret);
  }

  /** The cert-manager ClusterIssuer that makes the certificate, if one does. */
  public Optional<String> issuer() {
    return Optional.ofNullable(issuer);
  }

  public Optional<String> className() {
    return Optional.ofNullable(className);
  }

  /** This ingress, keeping each session on the pod that it began on by a cookie. */
  public Ingress keepingSessions(String cookie) {
    Builder same = new Builder(this);
    return new Ingress(same.sessionCookie == null ? same.sessionCookie(cookie) : same);
  }

  /** Whether sessions are to stay on their pods, and its controller is not known to do that. */
  public boolean losesSessions() {
    return sessionCookie != null && sessions == SessionKeeping.UNKNOWN;
  }

  /** Whether nobody maintains its controller any more; the day is asked for where that depends. */
  public boolean isAbandoned(Supplier<Optional<LocalDate>> today) {
    return sessions
        .ended()
        .flatMap(month -> today.get().filter(day -> day.isAfter(month.atEndOfMonth())))
        .isPresent();
  }

  /** What its controller reads on the Service that it leads to. */
  public Map<String, String> serviceAnnotations() {
    return sessionCookie == null ? Map.of() : sessions.ofService(sessionCookie, tlsSecret != null);
  }

  /** Labels of the namespace that the ingress controller's pods run in. */
  public Map<String, String> controllerNamespace() {
    return controllerNamespace;
  }

  public Mapping annotations() {
    Map<String, String> all = new TreeMap<>(annotations);
    if (sessionCookie != null) {
      sessions.ofIngress(sessionCookie).forEach(all::putIfAbsent);
    }
    if (issuer != null) {
      all.put("cert-manager.io/cluster-issuer", issuer);
    }
    return Mapping.ofStrings(all);
  }

  /** The Ingress's {@code spec}, leading to a port of a Service. */
  public Mapping spec(String service, ServicePort port) {
    Mapping.Builder spec = Mapping.builder();
    if (className != null) {
      spec.put("ingressClassName", className);
    }
    if (tlsSecret != null) {
      spec.put(
          "tls",
          Seq.of(Mapping.of("hosts", Seq.of(Text.of(host)), "secretName", Text.of(tlsSecret))));
    }
    Mapping portRef =
        port.name().isEmpty()
            ? Mapping.of("number", Scalar.of(port.port()))
            : Mapping.of("name", port.name());
    Mapping backend = Mapping.of("service", Mapping.of("name", Text.of(service), "port", portRef));
    Mapping http =
        Mapping.builder()
            .put("path", path)
            .put("pathType", "Prefix")
            .put("backend", backend)
            .build();
    return spec.put(
            "rules",
            Seq.of(Mapping.of("host", Text.of(host), "http", Mapping.of("paths", Seq.of(http)))))
        .build();
  }

  /** Collects an ingress's parts. */
  public static final class Builder {
    private final String host;
    private String path = "/";
    private @Nullable String className;
    private @Nullable String tlsSecret;
    private @Nullable String issuer;
    private final Map<String, String> annotations = new TreeMap<>();
    private Map<String, String> controllerNamespace = Map.of();
    private @Nullable String sessionCookie;
    private @Nullable SessionKeeping sessions;

    private Builder(String host) {
      this.host = host;
    }

    private Builder(Ingress other) {
      this(other.host);
      path = other.path;
      className = other.className;
      tlsSecret = other.tlsSecret;
      issuer = other.issuer;
      annotations.putAll(other.annotations);
      controllerNamespace = other.controllerNamespace;
      sessionCookie = other.sessionCookie;
      sessions = other.sessions;
    }

    /** Keeps each session on the pod that it began on by a cookie of this name. */
    public Builder sessionCookie(String cookieName) {
      sessionCookie = cookieName;
      return this;
    }

    /** How its controller keeps sessions; by default as that of the ingress class usually does. */
    public Builder sessionKeeping(SessionKeeping how) {
      sessions = how;
      return this;
    }

    /** The paths that lead to the Service: this one and all below; {@code /} by default. */
    public Builder path(String prefix) {
      path = prefix;
      return this;
    }

    /** The ingress class; the cluster's default one where not given. */
    public Builder className(String name) {
      className = name;
      return this;
    }

    /** The kubernetes.io/tls Secret with the host's certificate. */
    public Builder tls(String secret) {
      tlsSecret = secret;
      return this;
    }

    /** Has cert-manager's ClusterIssuer make the certificate into a Secret. */
    public Builder tls(String secret, String clusterIssuer) {
      issuer = clusterIssuer;
      return tls(secret);
    }

    public Builder annotation(String key, String value) {
      annotations.put(key, value);
      return this;
    }

    /** Labels of the namespace of the controller's pods, which the network policy must let in. */
    public Builder controllerNamespace(Map<String, String> labels) {
      controllerNamespace = labels;
      return this;
    }

    /**
     * The ingress.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong with it
     */
    public Ingress build() {
      Problems problems = new Problems();
      Optional<String> wrong = Names.subdomain(host.startsWith("*.") ? host.substring(2) : host);
      if (wrong.isPresent()) {
        problems.add(
            "The host '" + host + "' " + wrong.get() + ".",
            "Give a host name without a port.",
            "host");
      }
      if (!path.startsWith("/")) {
        problems.add(
            "The path '" + path + "' does not begin with '/'.", "Begin it with '/'.", "path");
      }
      problems.throwIfAny("ingress");
      return new Ingress(this);
    }
  }
}
