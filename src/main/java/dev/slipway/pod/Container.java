package dev.slipway.pod;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.security.SecurityProfile;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A container of a pod. Immutable; made with {@link #builder}. */
public final class Container {
  private final Builder parts;

  private Container(Builder parts) {
    this.parts = parts;
  }

  public static Builder builder(String name, String image) {
    return new Builder(name, Text.of(image));
  }

  /**
   * A container whose image may be known only later, such as one of a registry still to be made.
   */
  public static Builder builder(String name, Text image) {
    return new Builder(name, image);
  }

  public String name() {
    return parts.name;
  }

  public Text image() {
    return parts.image;
  }

  public List<Port> ports() {
    return parts.ports;
  }

  public List<EnvVar> env() {
    return parts.env;
  }

  public List<EnvFrom> envFrom() {
    return parts.envFrom;
  }

  public List<Mount> mounts() {
    return parts.mounts;
  }

  /** The probes, by the container's field that holds each. */
  public Map<String, Probe> probes() {
    Map<String, Probe> probes = new LinkedHashMap<>();
    putIfGiven(probes, "startupProbe", parts.startup);
    putIfGiven(probes, "livenessProbe", parts.liveness);
    putIfGiven(probes, "readinessProbe", parts.readiness);
    return probes;
  }

  private static void putIfGiven(Map<String, Probe> probes, String field, @Nullable Probe probe) {
    if (probe != null) {
      probes.put(field, probe);
    }
  }

  /** What is done after the container has started. */
  public Optional<Hook> postStart() {
    return Optional.ofNullable(parts.postStart);
  }

  /** What is done before the container is stopped. */
  public Optional<Hook> preStop() {
    return Optional.ofNullable(parts.preStop);
  }

  public Optional<Resources> resources() {
    return Optional.ofNullable(parts.resources);
  }

  public Optional<SecurityProfile> security() {
    return Optional.ofNullable(parts.security);
  }

  public boolean isSidecar() {
    return parts.sidecar;
  }

  /** This container, changed. */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /**
   * The entry of the pod's {@code containers} or {@code initContainers}.
   *
   * @param security the pod's profile, for a container that has none of its own
   */
  public Mapping toNode(Target target, Optional<SecurityProfile> security) {
    Builder p = parts;
    Mapping.Builder node = Mapping.builder().put("name", p.name).put("image", p.image);
    if (p.pullPolicy != null) {
      node.put("imagePullPolicy", p.pullPolicy);
    }
    node.putUnlessEmpty("command", Seq.ofStrings(p.command))
        .putUnlessEmpty("args", Seq.ofStrings(p.args));
    if (p.sidecar) {
      node.put("restartPolicy", "Always");
    }
    node.putUnlessEmpty("ports", Seq.from(p.ports, Port::toNode))
        .putUnlessEmpty("envFrom", Seq.from(p.envFrom, EnvFrom::toNode))
        .putUnlessEmpty("env", Seq.from(p.env, EnvVar::toNode))
        .putUnlessEmpty("volumeMounts", Seq.from(p.mounts, Mount::toNode));
    for (Map.Entry<String, Probe> probe : probes().entrySet()) {
      node.put(probe.getKey(), probe.getValue().toNode());
    }
    putLifecycle(node);
    @Nullable Resources resources =
        p.resources == null && target.strict() ? Resources.DEFAULT : p.resources;
    if (resources != null && !resources.isEmpty()) {
      node.put("resources", resources.toNode());
    }
    SecurityProfile pod = security.orElse(SecurityProfile.unset());
    SecurityProfile own = p.security == null ? pod : p.security;
    node.putUnlessEmpty("securityContext", own.containerContext(target.cluster(), pod));
    return node.build();
  }

  private void putLifecycle(Mapping.Builder node) {
    Mapping.Builder lifecycle = Mapping.builder();
    if (parts.postStart != null) {
      lifecycle.put("postStart", parts.postStart.toNode());
    }
    if (parts.preStop != null) {
      lifecycle.put("preStop", parts.preStop.toNode());
    }
    node.putUnlessEmpty("lifecycle", lifecycle.build());
  }

  /** Collects a container's parts. */
  public static final class Builder {
    private final String name;
    private Text image;
    private @Nullable String pullPolicy;
    private List<String> command = List.of();
    private List<String> args = List.of();
    private List<Port> ports = new ArrayList<>();
    private List<EnvFrom> envFrom = new ArrayList<>();
    private List<EnvVar> env = new ArrayList<>();
    private List<Mount> mounts = new ArrayList<>();
    private @Nullable Probe startup;
    private @Nullable Probe liveness;
    private @Nullable Probe readiness;
    private @Nullable Hook postStart;
    private @Nullable Hook preStop;
    private @Nullable Resources resources;
    private @Nullable SecurityProfile security;
    private boolean sidecar;

    private Builder(String name, Text image) {
      this.name = name;
      this.image = image;
    }

    private Builder(Builder other) {
      this(other.name, other.image);
      pullPolicy = other.pullPolicy;
      command = other.command;
      args = other.args;
      ports = new ArrayList<>(other.ports);
      envFrom = new ArrayList<>(other.envFrom);
      env = new ArrayList<>(other.env);
      mounts = new ArrayList<>(other.mounts);
      startup = other.startup;
      liveness = other.liveness;
      readiness = other.readiness;
      postStart = other.postStart;
      preStop = other.preStop;
      resources = other.resources;
      security = other.security;
      sidecar = other.sidecar;
    }

    public Builder image(Text reference) {
      image = reference;
      return this;
    }

    /**
     * {@code Always}, {@code IfNotPresent} or {@code Never}; not given, Kubernetes takes {@code
     * Always} for the tag latest and {@code IfNotPresent} for any other.
     */
    public Builder pullPolicy(String policy) {
      pullPolicy = policy;
      return this;
    }

    public Builder command(String... words) {
      command = List.of(words);
      return this;
    }

    public Builder args(String... words) {
      args = List.of(words);
      return this;
    }

    public Builder port(String portName, int number) {
      return port(Port.of(portName, number));
    }

    public Builder port(Port port) {
      ports.add(port);
      return this;
    }

    public Builder env(String variable, String value) {
      return env(EnvVar.of(variable, value));
    }

    public Builder env(EnvVar variable) {
      env.add(variable);
      return this;
    }

    public Builder env(List<EnvVar> variables) {
      env.addAll(variables);
      return this;
    }

    public Builder envFrom(EnvFrom source) {
      envFrom.add(source);
      return this;
    }

    public Builder mount(Mount mount) {
      mounts.add(mount);
      return this;
    }

    public Builder mount(List<Mount> more) {
      mounts.addAll(more);
      return this;
    }

    public Builder startup(Probe probe) {
      startup = probe;
      return this;
    }

    public Builder liveness(Probe probe) {
      liveness = probe;
      return this;
    }

    public Builder readiness(Probe probe) {
      readiness = probe;
      return this;
    }

    public Builder postStart(Hook hook) {
      postStart = hook;
      return this;
    }

    public Builder preStop(Hook hook) {
      preStop = hook;
      return this;
    }

    public Builder resources(Resources amounts) {
      resources = amounts;
      return this;
    }

    /** A profile of this container's own, instead of its workload's. */
    public Builder security(SecurityProfile profile) {
      security = profile;
      return this;
    }

    /**
     * Makes an init container a sidecar: it starts before the others and runs beside them
     * (Kubernetes 1.29 and later).
     */
    public Builder sidecar() {
      sidecar = true;
      return this;
    }

    /**
     * The container.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong with it
     */
    public Container build() {
      Problems problems = new Problems();
      ContainerChecks.check(new Container(this), problems);
      problems.throwIfAny("container '" + name + "'");
      return unchecked();
    }

    /** What was given, whatever is wrong with it: for finding what else is. */
    public Container unchecked() {
      Builder frozen = new Builder(this);
      frozen.ports = List.copyOf(ports);
      frozen.envFrom = List.copyOf(envFrom);
      frozen.env = List.copyOf(env);
      frozen.mounts = List.copyOf(mounts);
      return new Container(frozen);
    }
  }
}
