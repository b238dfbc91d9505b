package dev.slipway.app;

import dev.slipway.backing.Binding;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.Copies;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import dev.slipway.network.Exposure;
import dev.slipway.network.HttpRoute;
import dev.slipway.network.Ingress;
import dev.slipway.network.NetworkAccess;
import dev.slipway.pod.Container;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import dev.slipway.security.SecurityProfile;
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
 * Pods of one kind and all that stands around them: their controller, services, service account,
 * storage, budget, autoscaler and network policy. Immutable; made with a builder.
 */
public final class Workload {
  private final Builder parts;

  private Workload(Builder parts) {
    this.parts = parts;
  }

  /** Pods that are all alike; the name is that of the component within its application. */
  public static Builder deployment(String name) {
    return new Builder(name, new Controller.Deployment());
  }

  /** Pods with a name and storage of their own each, started one after the other. */
  public static Builder statefulSet(String name) {
    return new Builder(name, new Controller.StatefulSet(Optional.empty(), false));
  }

  /** One pod on every node that it may go on. */
  public static Builder daemonSet(String name) {
    return new Builder(name, new Controller.DaemonSet());
  }

  /** Pods that run to their end. */
  public static Builder job(String name, Controller.Job job) {
    return new Builder(name, job);
  }

  /** A job at times. */
  public static Builder cronJob(String name, Controller.CronJob cronJob) {
    return new Builder(name, cronJob);
  }

  public String name() {
    return parts.name;
  }

  public Controller controller() {
    return parts.controller;
  }

  public List<Container> containers() {
    return parts.containers;
  }

  public List<Container> initContainers() {
    return parts.initContainers;
  }

  /** How many pods there are: those given, or one. */
  public Replicas replicas() {
    return parts.replicas == null ? Replicas.fixed(1) : parts.replicas;
  }

  public boolean replicasGiven() {
    return parts.replicas != null;
  }

  public Placement placement() {
    return parts.placement;
  }

  public Optional<SecurityProfile> security() {
    return Optional.ofNullable(parts.security);
  }

  public Optional<ServiceAccount> serviceAccount() {
    return Optional.ofNullable(parts.serviceAccount);
  }

  /** Whom its pods are to a cloud. */
  Optional<Identity> identity() {
    Optional<ServiceAccount> account = serviceAccount();
    return account.isPresent() ? account.get().identity() : Optional.empty();
  }

  public List<Use> uses() {
    return parts.uses;
  }

  public Optional<Disruption> disruption() {
    return Optional.ofNullable(parts.disruption);
  }

  public Optional<Rollout> rollout() {
    return Optional.ofNullable(parts.rollout);
  }

  public List<Exposure> exposures() {
    return parts.exposures;
  }

  public List<Ingress> ingresses() {
    return parts.ingresses;
  }

  public List<HttpRoute> routes() {
    return parts.routes;
  }

  public Optional<NetworkAccess> network() {
    return Optional.ofNullable(parts.network);
  }

  public List<Settings> settings() {
    return parts.settings;
  }

  public Optional<Duration> grace() {
    return Optional.ofNullable(parts.grace);
  }

  public Optional<Duration> shutdown() {
    return Optional.ofNullable(parts.shutdown);
  }

  public Optional<Quorum> quorum() {
    return Optional.ofNullable(parts.quorum);
  }

  public Optional<String> priorityClass() {
    return Optional.ofNullable(parts.priorityClass);
  }

  public List<String> imagePullSecrets() {
    return parts.imagePullSecrets;
  }

  public Map<String, String> podLabels() {
    return parts.podLabels;
  }

  public Map<String, String> podAnnotations() {
    return parts.podAnnotations;
  }

  public Map<String, String> annotations() {
    return parts.annotations;
  }

  /** The only labels of the workload's objects and the selector of its pods, where given. */
  public Optional<Map<String, String>> onlyLabels() {
    return Optional.ofNullable(parts.onlyLabels);
  }

  /** What selects the pods, where it is neither the standard labels nor the only ones. */
  public Optional<Map<String, String>> selector() {
    return Optional.ofNullable(parts.selector);
  }

  /** The name of the workload's objects, where it is not made from the application's. */
  public Optional<String> objectName() {
    return Optional.ofNullable(parts.objectName);
  }

  /** Every volume that a container mounts, once, in the order of the containers. */
  List<Volume> volumes() {
    List<Volume> volumes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Container container : everyContainer()) {
      for (Mount mount : container.mounts()) {
        if (names.add(mount.volume().name())) {
          volumes.add(mount.volume());
        }
      }
    }
    return volumes;
  }

  /** The init containers, then the others. */
  List<Container> everyContainer() {
    if (parts.initContainers.isEmpty()) {
      return parts.containers;
    }
    List<Container> every = new ArrayList<>(parts.initContainers);
    every.addAll(parts.containers);
    return every;
  }

  /** The containers that run as long as their pod does: sidecars, then the others. */
  List<Container> lastingContainers() {
    List<Container> lasting = new ArrayList<>();
    for (Container container : parts.initContainers) {
      if (container.isSidecar()) {
        lasting.add(container);
      }
    }
    lasting.addAll(parts.containers);
    return lasting;
  }

  public Builder toBuilder() {
    return new Builder(parts);
  }

  /**
   * A backing service that containers use.
   *
   * @param containers their names; empty for all but sidecars
   */
  public record Use(Binding binding, Set<String> containers) {
    boolean by(Container container) {
      return containers.isEmpty() ? !container.isSidecar() : containers.contains(container.name());
    }
  }

  /**
   * How many pods must be up for the workload to work.
   *
   * @param why the arithmetic behind the number
   */
  public record Quorum(int minAvailable, String why) {}

  /** Collects a workload's parts. */
  public static final class Builder {
    private final String name;
    private Controller controller;
    private List<Container> containers = new ArrayList<>();
    private List<Container> initContainers = new ArrayList<>();
    private @Nullable Replicas replicas;
    private Placement placement = Placement.ANYWHERE;
    private @Nullable SecurityProfile security;
    private @Nullable ServiceAccount serviceAccount;
    private List<Use> uses = new ArrayList<>();
    private @Nullable Disruption disruption;
    private @Nullable Rollout rollout;
    private List<Exposure> exposures = new ArrayList<>();
    private List<Ingress> ingresses = new ArrayList<>();
    private List<HttpRoute> routes = new ArrayList<>();
    private @Nullable NetworkAccess network;
    private List<Settings> settings = new ArrayList<>();
    private @Nullable Duration grace;
    private @Nullable Duration shutdown;
    private @Nullable Quorum quorum;
    private @Nullable String priorityClass;
    private List<String> imagePullSecrets = new ArrayList<>();
    private Map<String, String> podLabels = new TreeMap<>();
    private Map<String, String> podAnnotations = new TreeMap<>();
    private Map<String, String> annotations = new TreeMap<>();
    private @Nullable Map<String, String> onlyLabels;
    private @Nullable Map<String, String> selector;
    private @Nullable String objectName;

    private Builder(String name, Controller controller) {
      this.name = name;
      this.controller = controller;
    }

    private Builder(Builder other) {
      this(other.name, other.controller);
      containers = new ArrayList<>(other.containers);
      initContainers = new ArrayList<>(other.initContainers);
      replicas = other.replicas;
      placement = other.placement;
      security = other.security;
      serviceAccount = other.serviceAccount;
      uses = new ArrayList<>(other.uses);
      disruption = other.disruption;
      rollout = other.rollout;
      exposures = new ArrayList<>(other.exposures);
      ingresses = new ArrayList<>(other.ingresses);
      routes = new ArrayList<>(other.routes);
      network = other.network;
      settings = new ArrayList<>(other.settings);
      grace = other.grace;
      shutdown = other.shutdown;
      quorum = other.quorum;
      priorityClass = other.priorityClass;
      imagePullSecrets = new ArrayList<>(other.imagePullSecrets);
      podLabels = new TreeMap<>(other.podLabels);
      podAnnotations = new TreeMap<>(other.podAnnotations);
      annotations = new TreeMap<>(other.annotations);
      onlyLabels = other.onlyLabels;
      selector = other.selector;
      objectName = other.objectName;
    }

    public Builder container(Container container) {
      containers.add(container);
      return this;
    }

    /** A container that runs before the others, or beside them where it is a sidecar. */
    public Builder initContainer(Container container) {
      initContainers.add(container);
      return this;
    }

    public Builder replicas(int count) {
      return replicas(Replicas.fixed(count));
    }

    public Builder replicas(Replicas howMany) {
      replicas = howMany;
      return this;
    }

    /** Puts the pods on the nodes of a group, and nowhere else. */
    public Builder onNodeGroup(String group) {
      placement = placement.withGroups(List.of(group));
      return this;
    }

    public Builder placement(Placement where) {
      placement = where;
      return this;
    }

    /** The profile of every container that has none of its own. */
    public Builder security(SecurityProfile profile) {
      security = profile;
      return this;
    }

    public Builder serviceAccount(ServiceAccount account) {
      serviceAccount = account;
      return this;
    }

    /** Lets every container but the sidecars use a backing service. */
    public Builder uses(Binding binding) {
      return uses(binding, Set.of());
    }

    /** Lets some containers use a backing service. */
    public Builder uses(Binding binding, Set<String> containerNames) {
      uses.add(new Use(binding, Set.copyOf(containerNames)));
      return this;
    }

    public Builder disruption(Disruption budget) {
      disruption = budget;
      return this;
    }

    public Builder rollout(Rollout how) {
      rollout = how;
      return this;
    }

    /** The headless Service that gives a StatefulSet's pods their names. */
    public Builder serviceName(String headless) {
      if (controller instanceof Controller.StatefulSet set) {
        controller = new Controller.StatefulSet(Optional.of(headless), set.parallel());
      }
      return this;
    }

    /** Starts and ends a StatefulSet's pods all at once. */
    public Builder parallel() {
      if (controller instanceof Controller.StatefulSet set) {
        controller = new Controller.StatefulSet(set.serviceName(), true);
      }
      return this;
    }

    public Builder expose(Exposure service) {
      exposures.add(service);
      return this;
    }

    /** A way in from outside the cluster, to the first port of the first exposed Service. */
    public Builder ingress(Ingress ingress) {
      ingresses.add(ingress);
      return this;
    }

    /** A way in by a Gateway, to the first port of the first exposed Service. */
    public Builder route(HttpRoute route) {
      routes.add(route);
      return this;
    }

    public Builder network(NetworkAccess access) {
      network = access;
      return this;
    }

    public Builder settings(Settings configMap) {
      settings.add(configMap);
      return this;
    }

    /** How long the pods have to end after SIGTERM; Kubernetes' 30 s where not given. */
    public Builder grace(Duration period) {
      grace = period;
      return this;
    }

    /** How long the process takes to end after SIGTERM, at most; the grace must be longer. */
    public Builder shutdown(Duration time) {
      shutdown = time;
      return this;
    }

    public Builder quorum(int minAvailable, String why) {
      quorum = new Quorum(minAvailable, why);
      return this;
    }

    public Builder priorityClass(String className) {
      priorityClass = className;
      return this;
    }

    public Builder imagePullSecret(String secret) {
      imagePullSecrets.add(secret);
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

    public Builder annotation(String key, String value) {
      annotations.put(key, value);
      return this;
    }

    /** Gives the workload's objects these labels only, and selects its pods by them. */
    public Builder onlyLabels(Map<String, String> labels) {
      onlyLabels = Copies.inOrder(labels);
      return this;
    }

    /**
     * Selects the pods by these labels, which they then carry beside those of the workload's
     * objects.
     */
    public Builder selector(Map<String, String> labels) {
      selector = Copies.inOrder(labels);
      return this;
    }

    /** Gives the workload's objects exactly this name. */
    public Builder objectName(String exact) {
      objectName = exact;
      return this;
    }

    /**
     * The workload.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong with it
     */
    public Workload build() {
      Problems problems = new Problems();
      WorkloadChecks.check(new Workload(this), problems);
      Optional<String> wrongName = Names.label(name);
      if (wrongName.isPresent()) {
        problems.add("The name '" + name + "' " + wrongName.get() + ".", "Rename it.");
      }
      problems.throwIfAny("workload '" + name + "'");
      return unchecked();
    }

    /** What was given, whatever is wrong with it: for finding what else is. */
    public Workload unchecked() {
      Builder frozen = new Builder(this);
      frozen.containers = List.copyOf(containers);
      frozen.initContainers = List.copyOf(initContainers);
      frozen.uses = List.copyOf(uses);
      frozen.exposures = List.copyOf(exposures);
      frozen.ingresses = List.copyOf(ingresses);
      frozen.routes = List.copyOf(routes);
      frozen.settings = List.copyOf(settings);
      frozen.imagePullSecrets = List.copyOf(imagePullSecrets);
      frozen.podLabels = Copies.sorted(podLabels);
      frozen.podAnnotations = Copies.sorted(podAnnotations);
      frozen.annotations = Copies.sorted(annotations);
      return new Workload(frozen);
    }
  }
}
