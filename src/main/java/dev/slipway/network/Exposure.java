package dev.slipway.network;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Service in front of a workload's pods.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/">Service</a>
 */
public final class Exposure {
  /** The longest that Kubernetes keeps a client on a pod. */
  private static final Duration LONGEST_AFFINITY = Duration.ofDays(1);

  private final Builder parts;

  private Exposure(Builder parts) {
    this.parts = parts;
  }

  /** A Service that is reached inside the cluster only. */
  public static Builder clusterIp() {
    return new Builder(Type.CLUSTER_IP);
  }

  /** A Service that has no address of its own: its name resolves to every pod. */
  public static Builder headless() {
    return new Builder(Type.HEADLESS);
  }

  /** A Service behind a load balancer that the cloud makes. */
  public static Builder loadBalancer() {
    return new Builder(Type.LOAD_BALANCER);
  }

  /** A Service at a port of every node. */
  public static Builder nodePort() {
    return new Builder(Type.NODE_PORT);
  }

  public Type type() {
    return parts.type;
  }

  /** The Service's own name, where it has another than its workload's. */
  public Optional<String> name() {
    return Optional.ofNullable(parts.name);
  }

  public List<ServicePort> ports() {
    return parts.ports;
  }

  public Map<String, String> labels() {
    return parts.labels;
  }

  public Map<String, String> annotations() {
    return parts.annotations;
  }

  /** The Service's {@code spec} for pods that carry some labels. */
  public Mapping spec(Mapping selector) {
    Mapping.Builder spec = Mapping.builder();
    if (parts.typeShown) {
      spec.put("type", parts.type.kubernetes);
    }
    if (parts.type == Type.HEADLESS) {
      spec.put("clusterIP", "None");
    }
    if (parts.publishNotReady) {
      spec.put("publishNotReadyAddresses", true);
    }
    if (parts.externalTrafficPolicy != null) {
      spec.put("externalTrafficPolicy", parts.externalTrafficPolicy);
    }
    spec.putUnlessEmpty("loadBalancerSourceRanges", Seq.ofStrings(parts.sourceRanges));
    spec.put("selector", selector)
        .putUnlessEmpty("ports", Seq.from(parts.ports, ServicePort::toNode));
    if (parts.affinity != null) {
      Mapping timeout = Mapping.builder().put("timeoutSeconds", parts.affinity.toSeconds()).build();
      spec.put("sessionAffinity", "ClientIP")
          .put("sessionAffinityConfig", Mapping.of("clientIP", timeout));
    }
    return spec.build();
  }

  /** How far a Service reaches. */
  public enum Type {
    CLUSTER_IP("ClusterIP"),
    HEADLESS("ClusterIP"),
    NODE_PORT("NodePort"),
    LOAD_BALANCER("LoadBalancer");

    private final String kubernetes;

    Type(String kubernetes) {
      this.kubernetes = kubernetes;
    }

    /** Whether it is reached from outside the cluster. */
    public boolean external() {
      return this == NODE_PORT || this == LOAD_BALANCER;
    }
  }

  /** Collects a Service's parts. */
  public static final class Builder {
    private final Type type;
    private @Nullable String name;
    private boolean typeShown;
    private List<ServicePort> ports = new ArrayList<>();
    private Map<String, String> labels = new TreeMap<>();
    private Map<String, String> annotations = new TreeMap<>();
    private List<String> sourceRanges = List.of();
    private @Nullable Duration affinity;
    private @Nullable String externalTrafficPolicy;
    private boolean publishNotReady;

    private Builder(Type type) {
      this.type = type;
      typeShown = type != Type.HEADLESS;
    }

    private Builder(Builder other) {
      this(other.type);
      name = other.name;
      typeShown = other.typeShown;
      ports = List.copyOf(other.ports);
      labels = Copies.sorted(other.labels);
      annotations = Copies.sorted(other.annotations);
      sourceRanges = other.sourceRanges;
      affinity = other.affinity;
      externalTrafficPolicy = other.externalTrafficPolicy;
      publishNotReady = other.publishNotReady;
    }

    /** A name of the Service's own; its workload's where none is given. */
    public Builder name(String serviceName) {
      name = serviceName;
      return this;
    }

    /** Leaves the type to Kubernetes, which takes ClusterIP. */
    public Builder typeUnsaid() {
      typeShown = false;
      return this;
    }

    public Builder port(ServicePort port) {
      ports.add(port);
      return this;
    }

    public Builder port(String portName, int number) {
      return port(ServicePort.of(portName, number));
    }

    public Builder label(String key, String value) {
      labels.put(key, value);
      return this;
    }

    public Builder annotation(String key, String value) {
      annotations.put(key, value);
      return this;
    }

    /** Keeps a client on the pod that it was first given, for at most a day. */
    public Builder sessionAffinity(Duration timeout) {
      affinity = timeout;
      return this;
    }

    /** Address ranges from which a load balancer may be reached. */
    public Builder from(String... cidrs) {
      sourceRanges = List.of(cidrs);
      return this;
    }

    /** {@code Cluster} or {@code Local}; the latter keeps the client's address. */
    public Builder externalTrafficPolicy(String policy) {
      externalTrafficPolicy = policy;
      return this;
    }

    /**
     * Gives the addresses of pods that are not ready too, as peers that must find each other need.
     */
    public Builder publishNotReadyAddresses() {
      publishNotReady = true;
      return this;
    }

    /**
     * The Service.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong with it
     */
    public Exposure build() {
      Problems problems = new Problems();
      if (name != null) {
        Optional<String> wrongName = Names.service(name);
        if (wrongName.isPresent()) {
          problems.add("The name '" + name + "' " + wrongName.get() + ".", "Rename it.", "name");
        }
      }
      if (ports.isEmpty() && type != Type.HEADLESS) {
        problems.add("The Service has no port.", "Give at least one.", "ports");
      }
      checkPorts(problems);
      if (affinity != null
          && (affinity.toSeconds() < 1 || affinity.compareTo(LONGEST_AFFINITY) > 0)) {
        problems.add(
            "The session affinity lasts " + affinity.toSeconds() + " seconds.",
            "Give 1 to 86400.",
            "sessionAffinity");
      }
      problems.throwIfAny("service" + (name == null ? "" : " '" + name + "'"));
      return new Exposure(new Builder(this));
    }

    private void checkPorts(Problems problems) {
      Set<String> names = new HashSet<>();
      Set<String> numbers = new HashSet<>();
      for (int i = 0; i < ports.size(); i++) {
        ServicePort port = ports.get(i);
        FieldPath field = FieldPath.of("ports").index(i);
        String protocol = port.protocol().orElse("TCP");
        if (port.port() < 1 || port.port() > 65535) {
          in(field, "port", "The port " + port.port() + " is none.", "Give 1 to 65535.", problems);
        } else if (!numbers.add(protocol + " " + port.port())) {
          in(
              field,
              "port",
              "Two ports are " + port.port() + ", both " + protocol + ".",
              "Give each another number.",
              problems);
        }
        if (ports.size() > 1 && port.name().isEmpty()) {
          in(
              field,
              "name",
              "The port " + port.port() + " has no name.",
              "Name every port of a Service that has several.",
              problems);
        }
        if (!names.add(port.name()) && !port.name().isEmpty()) {
          in(
              field,
              "name",
              "Two ports are named '" + port.name() + "'.",
              "Rename one of them.",
              problems);
        }
      }
    }

    private static void in(
        FieldPath port, String field, String message, String remedy, Problems problems) {
      problems.add(Problem.of(message, remedy).about(List.of(port.key(field))));
    }
  }
}
