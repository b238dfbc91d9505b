package dev.slipway.catalog.hypercache;

import dev.slipway.app.Disruption;
import dev.slipway.app.Placement;
import dev.slipway.app.PodAffinity;
import dev.slipway.app.Spread;
import dev.slipway.app.Workload;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.network.Exposure;
import dev.slipway.network.NetworkAccess;
import dev.slipway.network.Peer;
import dev.slipway.network.PolicyPort;
import dev.slipway.network.ServicePort;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Naming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pods of HyperCache and what stands around them, as its chart has them. */
final class CacheWorkload {
  static final String COMPONENT = "cache";

  private static final String API = "api";
  private static final String MGMT = "mgmt";
  private static final String DIST = "dist";

  /** The server's own deadline after SIGTERM. */
  private static final Duration SHUTDOWN = Duration.ofSeconds(30);

  private final HyperCache system;
  private final String full;
  private final String headless;

  CacheWorkload(HyperCache system) {
    this.system = system;
    full = system.fullName();
    headless = full + "-headless";
  }

  /** The chart's labels, with ourselves as the manager. */
  static Map<String, String> labels(HyperCache system) {
    Map<String, String> labels = new LinkedHashMap<>(selector(system));
    labels.put(Naming.VERSION, system.version());
    labels.put(Naming.COMPONENT, COMPONENT);
    labels.put(Naming.MANAGED_BY, "slipway");
    return labels;
  }

  private static Map<String, String> selector(HyperCache system) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(Naming.NAME, HyperCache.SOFTWARE);
    labels.put(Naming.INSTANCE, system.name());
    return labels;
  }

  /** Whether a probe is an HTTP request of the dist port. */
  static boolean asksOverHttp(Probe probe, int dist) {
    Mapping node = probe.toNode();
    return node.has("httpGet")
        && List.of(PortRef.of(DIST).toNode(), PortRef.of(dist).toNode())
            .contains(node.mapping("httpGet").get("port"));
  }

  Workload workload() {
    Workload.Builder workload =
        Workload.statefulSet(COMPONENT)
            .objectName(full)
            .selector(selector(system))
            .serviceName(headless)
            .parallel()
            .replicas(system.replicas())
            .container(server())
            .serviceAccount(system.serviceAccount())
            .security(system.security())
            .placement(placement())
            .quorum(system.quorum().minAvailable(), system.quorum().arithmetic())
            .disruption(system.disruption().orElse(disruption()))
            .grace(system.grace())
            .shutdown(SHUTDOWN)
            .expose(client())
            .expose(mgmt())
            .expose(peers());
    if (!system.strict()) {
      workload.onlyLabels(labels(system));
    }
    if (system.strict() || system.network().isPresent()) {
      workload.network(withPeers(system.network().orElse(access())));
    }
    for (String pullSecret : system.image().pullSecrets()) {
      workload.imagePullSecret(pullSecret);
    }
    for (Map.Entry<String, String> label : system.podLabels().entrySet()) {
      workload.podLabel(label.getKey(), label.getValue());
    }
    for (Map.Entry<String, String> annotation : system.podAnnotations().entrySet()) {
      workload.podAnnotation(annotation.getKey(), annotation.getValue());
    }
    return workload.build();
  }

  private Container server() {
    String tag = system.image().tag().orElse(system.version());
    return Container.builder("hypercache", system.image().repository() + ":" + tag)
        .pullPolicy(system.image().pullPolicy().kubernetes())
        .port(API, system.ports().api())
        .port(MGMT, system.ports().mgmt())
        .port(DIST, system.ports().dist())
        .env(env())
        .liveness(system.liveness().orElse(liveness()))
        .readiness(system.readiness().orElse(readiness()))
        .resources(system.resources())
        .build();
  }

  private List<EnvVar> env() {
    List<EnvVar> env = new ArrayList<>();
    env.add(EnvVar.field("POD_NAME", "metadata.name"));
    env.add(EnvVar.of("HYPERCACHE_NODE_ID", "$(POD_NAME)"));
    env.add(EnvVar.of("HYPERCACHE_API_ADDR", ":" + system.ports().api()));
    env.add(EnvVar.of("HYPERCACHE_MGMT_ADDR", ":" + system.ports().mgmt()));
    env.add(EnvVar.of("HYPERCACHE_DIST_ADDR", address("$(POD_NAME)")));
    env.add(EnvVar.of("HYPERCACHE_SEEDS", seeds()));
    env.addAll(system.cluster().env());
    Optional<SecretSource> auth = system.auth();
    if (auth.isPresent()) {
      env.add(EnvVar.secret("HYPERCACHE_AUTH_TOKEN", auth.get().key(HyperCache.TOKEN)));
    }
    return env;
  }

  private String address(String pod) {
    String host = pod + "." + headless + "." + system.namespace() + ".svc.cluster.local";
    return host + ":" + system.ports().dist();
  }

  /** Every pod with its node's id: the same list in each; bare addresses break the cluster. */
  private String seeds() {
    List<String> seeds = new ArrayList<>();
    for (int i = 0; i < system.replicas(); i++) {
      String pod = full + "-" + i;
      seeds.add(pod + "@" + address(pod));
    }
    return String.join(",", seeds);
  }

  private static Probe liveness() {
    return Probe.http("/healthz", PortRef.of(API))
        .after(Duration.ofSeconds(5))
        .every(Duration.ofSeconds(10))
        .within(Duration.ofSeconds(2))
        .failingAfter(3);
  }

  /** With auth on, /health wants the token, and a kubelet cannot send one. */
  private Probe readiness() {
    PortRef dist = PortRef.of(DIST);
    Probe probe = system.auth().isPresent() ? Probe.tcp(dist) : Probe.http("/health", dist);
    return probe
        .after(Duration.ofSeconds(2))
        .every(Duration.ofSeconds(5))
        .within(Duration.ofSeconds(2))
        .failingAfter(2);
  }

  private Placement placement() {
    Mapping alike =
        Mapping.builder()
            .put("key", Naming.NAME)
            .put("operator", "In")
            .put("values", Seq.of(Text.of(HyperCache.SOFTWARE)))
            .build();
    return system.ownAffinity()
        ? system.placement()
        : system
            .placement()
            .affinity(
                PodAffinity.preferApart(
                    100, Spread.HOST, Mapping.of("matchExpressions", Seq.of(alike))));
  }

  /** One pod may go even where that costs the quorum: else no node could be drained. */
  private Disruption disruption() {
    if (system.replicas() == 1) {
      return Disruption.unbounded();
    }
    return system.quorum().impossible()
        ? Disruption.maxUnavailable(1)
        : Disruption.minAvailable(system.quorum().minAvailable());
  }

  private Exposure client() {
    return system.client().begun().port(ServicePort.of(API, system.client().port())).build();
  }

  private Exposure mgmt() {
    return system
        .mgmt()
        .begun()
        .name(full + "-mgmt")
        .port(ServicePort.of(MGMT, system.mgmt().port()))
        .build();
  }

  private Exposure peers() {
    return Exposure.headless()
        .name(headless)
        .publishNotReadyAddresses()
        .port(DIST, system.ports().dist())
        .port(API, system.ports().api())
        .port(MGMT, system.ports().mgmt())
        .build();
  }

  /** The namespace, and everybody where a Service reaches out. */
  private NetworkAccess access() {
    PolicyPort api = PolicyPort.tcp(system.ports().api());
    PolicyPort mgmt = PolicyPort.tcp(system.ports().mgmt());
    NetworkAccess access = NetworkAccess.closed().from(Peer.pods(Map.of()), api, mgmt);
    access = system.client().type().external() ? access.fromAnywhere(api) : access;
    return system.mgmt().type().external() ? access.fromAnywhere(mgmt) : access;
  }

  private NetworkAccess withPeers(NetworkAccess access) {
    Peer peers = Peer.pods(selector(system));
    PolicyPort dist = PolicyPort.tcp(system.ports().dist());
    return access
        .from(peers, dist)
        .to(new Egress(List.of(peers), List.of(dist), "the other pods of the cache"));
  }
}
