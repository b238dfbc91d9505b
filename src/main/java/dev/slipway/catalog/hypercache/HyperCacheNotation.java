package dev.slipway.catalog.hypercache;

import dev.slipway.app.Application;
import dev.slipway.app.Disruption;
import dev.slipway.app.ServiceAccount;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.network.NetworkAccess;
import dev.slipway.notation.AccountNotation;
import dev.slipway.notation.DisruptionNotation;
import dev.slipway.notation.NetworkNotation;
import dev.slipway.notation.PlacementNotation;
import dev.slipway.notation.ProbeNotation;
import dev.slipway.notation.ResourcesNotation;
import dev.slipway.notation.SecretNotation;
import dev.slipway.notation.SecurityNotation;
import dev.slipway.notation.SystemNotation;
import dev.slipway.pod.Probe;
import dev.slipway.pod.PullPolicy;
import dev.slipway.pod.Resources;
import dev.slipway.security.SecurityProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** HyperCache in an environment file: every setting of its chart. */
public final class HyperCacheNotation {
  /** The word by which a file names it. */
  public static final String ID = "hypercache";

  /** What it is. */
  public static final String SUMMARY = "HyperCache, a distributed cache";

  private static final Field<String> KIND = SystemNotation.field(ID, SUMMARY);
  private static final Field<String> VERSION =
      Field.optional("version", Type.string(), "HyperCache's version, and its image's tag.")
          .byDefault(HyperCache.VERSION)
          .example("v0.5.0");
  private static final Field<Integer> REPLICAS =
      Field.optional(
              "replicas",
              Type.integerFrom(1),
              "How many pods there are; never below the replication factor.")
          .byDefault(5)
          .example("3");

  // image
  private static final Field<String> REPOSITORY =
      Field.optional("repository", Type.string(), "Registry and repository.")
          .byDefault(CacheImage.REPOSITORY)
          .example("registry.example.com/hypercache-server");
  private static final Field<String> TAG =
      Field.optional("tag", Type.string(), "The tag.")
          .byDefaultIs("HyperCache's version")
          .example("v0.5.0");
  private static final Field<PullPolicy> PULL_POLICY =
      Field.optional(
              "pullPolicy",
              Type.oneOf(
                  Choice.of("Always", PullPolicy.ALWAYS, "at every start"),
                  Choice.of(
                      "IfNotPresent", PullPolicy.IF_NOT_PRESENT, "where the node does not have it"),
                  Choice.of("Never", PullPolicy.NEVER, "never")),
              "When the node pulls the image.")
          .byDefault(PullPolicy.IF_NOT_PRESENT)
          .example("Always");
  private static final Field<List<String>> PULL_SECRETS =
      Field.optional("pullSecrets", Type.someOf(Type.string()), "Secrets to pull it with.")
          .example("[registry]");
  private static final Definition<CacheImage> IMAGE_PART =
      Definition.of("HyperCache image", "The image of the server.")
          .fields(REPOSITORY, TAG, PULL_POLICY, PULL_SECRETS)
          .building(
              given ->
                  new CacheImage(
                      given.get(REPOSITORY),
                      given.find(TAG),
                      given.get(PULL_POLICY),
                      given.get(PULL_SECRETS, List.of())));

  // ports
  private static final Field<Integer> API =
      Field.optional("api", Type.port(), "Clients.")
          .byDefault(CachePorts.DEFAULT.api())
          .example("8080");
  private static final Field<Integer> MGMT =
      Field.optional("mgmt", Type.port(), "Metrics and operations.")
          .byDefault(CachePorts.DEFAULT.mgmt())
          .example("8081");
  private static final Field<Integer> DIST =
      Field.optional("dist", Type.port(), "The other pods.")
          .byDefault(CachePorts.DEFAULT.dist())
          .example("7946");
  private static final Definition<CachePorts> PORTS_PART =
      Definition.of("HyperCache ports", "The ports that the server listens on.")
          .fields(API, MGMT, DIST)
          .building(given -> new CachePorts(given.get(API), given.get(MGMT), given.get(DIST)));

  // probes
  private static final Field<Probe> LIVENESS =
      Field.optional("liveness", ProbeNotation.type(), "Whether it is alive.")
          .byDefaultIs("/healthz on the client API")
          .example("{http: /healthz, port: api, every: 20s}");
  private static final Field<Probe> READINESS =
      Field.optional("readiness", ProbeNotation.type(), "Whether it may be given connections.")
          .byDefaultIs("/health on the dist port; with auth on, a connection to it")
          .example("{tcp: dist, every: 2s}");
  private static final Definition<Given> PROBES_PART =
      Definition.of("HyperCache probes", "How the kubelet asks the server.")
          .fields(LIVENESS, READINESS)
          .building(given -> given);

  private static final Field<CacheImage> IMAGE =
      Field.optional("image", Type.object(IMAGE_PART), "The image of the server.")
          .byDefaultIs("the published one")
          .example("{repository: registry.example.com/hypercache-server}");
  private static final Field<Given> ACCOUNT =
      Field.optional(
              "serviceAccount", Type.later(() -> AccountNotation.type()), "Whom the pods are.")
          .byDefaultIs("an account of the chart's name, without rights")
          .example("{name: cache, existing: true}");
  private static final Field<CachePorts> PORTS =
      Field.optional("ports", Type.object(PORTS_PART), "The ports that it listens on.")
          .byDefaultIs("8080, 8081 and 7946")
          .example("{api: 9080}");
  private static final Field<ClusterSettings> CLUSTER =
      Field.optional(
              "cluster",
              Type.object(() -> ClusterSettingsNotation.DEFINITION),
              "How the pods keep and spread keys.")
          .byDefaultIs("3 owners of each key")
          .example("{capacity: 500000}");
  private static final Field<Consumer<HyperCache.Builder>> AUTH =
      Field.optional(
              "auth",
              token(),
              "The token that clients and peers must show: given, or at the key token of a source.")
          .byDefaultIs("nobody is asked for one")
          .example("{existing: hyc-token, keys: [token]}");
  private static final Field<Given> SERVICES =
      Field.optional(
              "service",
              Type.later(() -> CacheServicesNotation.type()),
              "How its Services are reached.")
          .byDefaultIs("inside the cluster only")
          .example("{client: {type: LoadBalancer}}");
  private static final Field<Resources> RESOURCES =
      Field.optional("resources", ResourcesNotation.type(), "What a pod requests and may have.")
          .byDefaultIs("requests of 100m and 256Mi, limits of 1 core and 512Mi")
          .example("{requests: {cpu: 1, memory: 2Gi}, limits: {memory: 2Gi}}");
  private static final Field<Given> PROBES =
      Field.optional("probes", Type.object(PROBES_PART), "How the kubelet asks the server.")
          .byDefaultIs("as the chart does")
          .example("{liveness: {http: /healthz, port: api}}");
  private static final Field<Disruption> DISRUPTION =
      Field.optional(
              "disruption",
              Type.later(() -> DisruptionNotation.type()),
              "How many pods may be away at a time.")
          .byDefaultIs("as many as leave a quorum of every key's owners")
          .example("{minAvailable: 4}");
  private static final Field<NetworkAccess> NETWORK =
      Field.optional(
              "network",
              Type.later(() -> NetworkNotation.access()),
              "Who may reach the pods, beside one another.")
          .byDefaultIs("the pods of the namespace at api and mgmt, under strict defaults")
          .example("{in: [{pods: {}, namespaces: {team: shop}, ports: [8080]}]}");
  private static final Field<Map<String, String>> POD_LABELS =
      Field.optional(
              "podLabels",
              Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty()),
              "More labels of the pods.")
          .example("{team: shop}");
  private static final Field<Map<String, String>> POD_ANNOTATIONS =
      Field.optional(
              "podAnnotations",
              Type.mapOf(Format.LABEL_KEY, Type.string().orEmpty()),
              "More annotations of the pods.")
          .example("{prometheus.io/scrape: \"true\"}");
  private static final Field<UnaryOperator<SecurityProfile>> SECURITY =
      Field.optional(
              "security", Type.later(() -> SecurityNotation.change()), "What the server may do.")
          .byDefaultIs("as little as can be, as user and group 65532")
          .example("{runAsUser: 1001}");
  private static final Field<Duration> GRACE =
      Field.optional("grace", Type.duration(), "How long a pod has to end; more than 30s.")
          .byDefault(Duration.ofSeconds(45))
          .example("1m");

  private static final Definition<Application> DEFINITION =
      Definition.of("HyperCache application", "HyperCache, with every setting of its chart.")
          .fields(SystemNotation.NAME, KIND, SystemNotation.NAMESPACE, VERSION)
          .fields(SystemNotation.DEFAULTS, REPLICAS, CLUSTER, AUTH, SERVICES, DISRUPTION, IMAGE)
          .fields(PORTS, PROBES, RESOURCES, ACCOUNT, NETWORK)
          .fields(PlacementNotation.fields())
          .fields(SECURITY, POD_LABELS, POD_ANNOTATIONS, GRACE)
          .building(given -> hypercache(given).application());

  private HyperCacheNotation() {}

  /** What such an application looks like in a file. */
  public static Definition<Application> definition() {
    return DEFINITION;
  }

  private static Type<Consumer<HyperCache.Builder>> token() {
    return Type.text()
        .<Consumer<HyperCache.Builder>>as(token -> system -> system.authToken(token))
        .or(Type.later(() -> SecretNotation.type()).as(source -> system -> system.auth(source)));
  }

  private static HyperCache hypercache(Given given) {
    HyperCache.Builder system =
        HyperCache.builder(given.get(SystemNotation.NAME))
            .version(given.get(VERSION))
            .defaults(given.get(SystemNotation.DEFAULTS))
            .replicas(given.get(REPLICAS))
            .grace(given.get(GRACE));
    if (given.has(SystemNotation.NAMESPACE)) {
      system.namespace(given.get(SystemNotation.NAMESPACE));
    }
    if (given.has(CLUSTER)) {
      system.cluster(given.get(CLUSTER));
    }
    if (given.has(AUTH)) {
      given.get(AUTH).accept(system);
    }
    if (given.has(SERVICES)) {
      CacheServicesNotation.read(given.get(SERVICES), system);
    }
    if (given.has(DISRUPTION)) {
      system.disruption(given.get(DISRUPTION));
    }
    if (given.has(IMAGE)) {
      system.image(given.get(IMAGE));
    }
    if (given.has(PORTS)) {
      system.ports(given.get(PORTS));
    }
    if (given.has(PROBES)) {
      probes(given.get(PROBES), system);
    }
    if (given.has(RESOURCES)) {
      system.resources(given.get(RESOURCES));
    }
    if (given.has(ACCOUNT)) {
      String name = HyperCache.fullName(given.get(SystemNotation.NAME));
      system.serviceAccount(
          AccountNotation.account(given.get(ACCOUNT), ServiceAccount.named(name)));
    }
    if (given.has(NETWORK)) {
      system.network(given.get(NETWORK));
    }
    if (given.has(PlacementNotation.AFFINITY)) {
      system.onlyPlacement(PlacementNotation.placement(given));
    } else {
      system.placement(PlacementNotation.placement(given));
    }
    if (given.has(SECURITY)) {
      system.security(given.get(SECURITY).apply(HyperCache.SECURITY));
    }
    for (Map.Entry<String, String> podLabel : given.get(POD_LABELS, Map.of()).entrySet()) {
      system.podLabel(podLabel.getKey(), podLabel.getValue());
    }
    for (Map.Entry<String, String> podAnnotation :
        given.get(POD_ANNOTATIONS, Map.of()).entrySet()) {
      system.podAnnotation(podAnnotation.getKey(), podAnnotation.getValue());
    }
    return system.build();
  }

  private static void probes(Given probes, HyperCache.Builder system) {
    if (probes.has(LIVENESS)) {
      system.liveness(probes.get(LIVENESS));
    }
    if (probes.has(READINESS)) {
      system.readiness(probes.get(READINESS));
    }
  }
}
