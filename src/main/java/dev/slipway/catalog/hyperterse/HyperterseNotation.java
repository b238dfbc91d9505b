package dev.slipway.catalog.hyperterse;

import dev.slipway.app.Application;
import dev.slipway.app.Disruption;
import dev.slipway.app.Replicas;
import dev.slipway.app.ServiceAccount;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Text;
import dev.slipway.network.Exposure;
import dev.slipway.network.HttpRoute;
import dev.slipway.network.Ingress;
import dev.slipway.network.NetworkAccess;
import dev.slipway.network.ServicePort;
import dev.slipway.notation.AccountNotation;
import dev.slipway.notation.ContainerNotation;
import dev.slipway.notation.DisruptionNotation;
import dev.slipway.notation.IngressNotation;
import dev.slipway.notation.NetworkNotation;
import dev.slipway.notation.PlacementNotation;
import dev.slipway.notation.ReplicasNotation;
import dev.slipway.notation.ResourcesNotation;
import dev.slipway.notation.SecretNotation;
import dev.slipway.notation.SecurityNotation;
import dev.slipway.notation.SystemNotation;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Resources;
import dev.slipway.secret.SecretSource;
import dev.slipway.security.SecurityProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Hyperterse in an environment file. */
public final class HyperterseNotation {
  /** The word by which a file names it. */
  public static final String ID = "hyperterse";

  /** What it is. */
  public static final String SUMMARY = "Hyperterse, a server of tools";

  private static final Field<String> KIND = SystemNotation.field(ID, SUMMARY);
  private static final Field<Text> IMAGE =
      Field.required("image", Type.openText(), "The image that was built with its configuration.")
          .example("registry.example.com/hyperterse:1.4.2");
  private static final Field<List<String>> PULL_SECRETS =
      Field.optional("imagePullSecrets", Type.someOf(Type.string()), "Secrets to pull it with.")
          .example("[registry]");
  private static final Field<Replicas> REPLICAS =
      Field.optional("replicas", ReplicasNotation.type(), "How many pods there are.")
          .byDefaultIs("3")
          .example("{min: 2, max: 10, cpu: 70}");
  private static final Field<Integer> PORT =
      Field.optional(
              "port",
              Type.port(),
              "The port that it listens on; it is told by the variable PORT where that is not"
                  + " 8080.")
          .byDefault(Hyperterse.PORT)
          .example("9000");
  private static final Field<Map<String, Function<String, EnvVar>>> ENV =
      Field.optional("env", ContainerNotation.environment(), "Environment variables, by name.")
          .example("{DATABASE_URL: {secret: db-credentials, key: url}}");
  private static final Field<List<SecretSource>> SECRETS =
      Field.optional(
              "secrets",
              Type.someOf(Type.later(() -> SecretNotation.type())),
              "The Secrets that the variables are taken from; every one must be given.")
          .example("[{existing: db-credentials, keys: [url]}]");
  private static final Field<List<String>> REFERS_TO =
      Field.optional(
              "refersTo",
              Type.someOf(Type.string().of(Format.ENV_NAME)),
              "The variables that the configuration in its image names as {{ env.NAME }}.")
          .example("[DATABASE_URL, API_KEY]");

  private static final Field<String> FOLDER =
      Field.required("folder", Type.string(), "Where they are in the container.")
          .example("/etc/hyperterse");
  private static final Field<Map<String, String>> FILES =
      Field.required(
              "files",
              Type.mapOf(Format.DATA_KEY, Type.string()),
              "Their contents by name; every {{ env.NAME }} in them must be given in env.")
          .example("{server.yaml: \"url: {{ env.DATABASE_URL }}\"}");
  private static final Definition<Configuration> CONFIGURATION_PART =
      Definition.of("Hyperterse configuration", "Files that are not in its image.")
          .fields(FOLDER, FILES)
          .building(given -> new Configuration(given.get(FOLDER), given.get(FILES)));
  private static final Field<Configuration> CONFIGURATION =
      Field.optional(
              "configuration",
              Type.object(CONFIGURATION_PART),
              "Files of its configuration that are not in its image; a change rolls the pods.")
          .example("{folder: /etc/hyperterse, files: {server.yaml: \"name: tools\"}}");

  private static final Field<Exposure.Type> SERVICE_TYPE =
      Field.optional(
              "type",
              Type.oneOf(
                  Choice.of(
                      "ClusterIP", Exposure.Type.CLUSTER_IP, "reached inside the cluster only"),
                  Choice.of(
                      "LoadBalancer",
                      Exposure.Type.LOAD_BALANCER,
                      "behind a load balancer of the cloud")),
              "How far the Service reaches.")
          .byDefault(Exposure.Type.CLUSTER_IP)
          .example("LoadBalancer");
  private static final Field<Integer> SERVICE_PORT =
      Field.optional("port", Type.port(), "The Service's port.").byDefault(80).example("8080");
  private static final Field<Map<String, String>> ANNOTATIONS =
      Field.optional(
              "annotations",
              Type.mapOf(Format.LABEL_KEY, Type.string().orEmpty()),
              "Annotations, such as a cloud's load balancer reads.")
          .example("{example.com/scope: internal}");
  private static final Field<List<String>> FROM =
      Field.optional(
              "from",
              Type.someOf(Type.string()),
              "Address ranges from which a load balancer may be reached.")
          .byDefaultIs("anywhere")
          .example("[203.0.113.0/24]");
  private static final Definition<Given> SERVICE_PART =
      Definition.of("Hyperterse service", "How its Service is reached.")
          .fields(SERVICE_TYPE, SERVICE_PORT, ANNOTATIONS, FROM)
          .building(given -> given);
  private static final Field<Given> SERVICE =
      Field.optional("service", Type.object(SERVICE_PART), "How its Service is reached.")
          .byDefaultIs("inside the cluster, at port 80")
          .example("{type: LoadBalancer}");
  private static final Field<Boolean> SESSIONS =
      Field.optional(
              "sessions",
              Type.bool(),
              "Whether its tools use MCP sessions: each then stays on the pod that began it, by a"
                  + " cookie of every way in.")
          .byDefault(false)
          .example("true");
  private static final Field<List<Ingress>> INGRESSES =
      Field.optional(
              "ingresses",
              Type.someOf(Type.later(() -> IngressNotation.type())),
              "Ways in from outside.")
          .example("[{host: tools.example.com, class: traefik, tlsSecret: tools-tls}]");
  private static final Field<List<HttpRoute>> ROUTES =
      Field.optional(
              "routes",
              Type.someOf(Type.later(() -> IngressNotation.route())),
              "Ways in by a Gateway.")
          .example("[{gateway: public, host: tools.example.com}]");
  private static final Field<NetworkAccess> NETWORK =
      Field.optional(
              "network",
              Type.later(() -> NetworkNotation.access()),
              "Who may reach the pods, and whom they may.")
          .byDefaultIs("in: the pods of the namespace, out: anywhere, under strict defaults")
          .example("{in: [{pods: {}, ports: [8080]}], out: [{addresses: 10.20.0.0/16}]}");
  private static final Field<Duration> STARTUP =
      Field.optional(
              "startup",
              Type.duration(),
              "How long its connectors may take until they are there; only then is it asked whether"
                  + " it is alive.")
          .byDefaultIs("it is asked after 5s")
          .example("2m");
  private static final Field<Resources> RESOURCES =
      Field.optional("resources", ResourcesNotation.type(), "What a pod requests and may have.")
          .byDefaultIs("requests of 100m and 64Mi, limits of 500m and 256Mi")
          .example("{requests: {cpu: 250m, memory: 128Mi}, limits: {memory: 256Mi}}");
  private static final Field<Given> ACCOUNT =
      Field.optional(
              "serviceAccount", Type.later(() -> AccountNotation.type()), "Whom the pods are.")
          .byDefaultIs("an account of their own without rights, under strict defaults")
          .example("{identity: {gke: tools@my-project.iam.gserviceaccount.com}}");
  private static final Field<Disruption> DISRUPTION =
      Field.optional(
              "disruption",
              Type.later(() -> DisruptionNotation.type()),
              "How many pods may be away at a time.")
          .byDefaultIs("one, under strict defaults")
          .example("{minAvailable: 2}");
  private static final Field<UnaryOperator<SecurityProfile>> SECURITY =
      Field.optional(
              "security", Type.later(() -> SecurityNotation.change()), "What the server may do.")
          .byDefaultIs("as little as can be, as user 1001")
          .example("{runAsUser: 2001}");

  private static final Definition<Application> DEFINITION =
      Definition.of("Hyperterse application", "Hyperterse, as its page Kubernetes deploys it.")
          .fields(SystemNotation.NAME, KIND, SystemNotation.NAMESPACE, SystemNotation.VERSION)
          .fields(SystemNotation.DEFAULTS, IMAGE, PULL_SECRETS, REPLICAS, PORT, ENV, SECRETS)
          .fields(REFERS_TO, CONFIGURATION, SERVICE, SESSIONS, INGRESSES, ROUTES, NETWORK, STARTUP)
          .fields(RESOURCES, ACCOUNT, DISRUPTION)
          .fields(PlacementNotation.fields())
          .fields(SECURITY)
          .building(given -> hyperterse(given).application());

  private HyperterseNotation() {}

  /** What such an application looks like in a file. */
  public static Definition<Application> definition() {
    return DEFINITION;
  }

  private static Hyperterse hyperterse(Given given) {
    String name = given.get(SystemNotation.NAME);
    Hyperterse.Builder system =
        Hyperterse.builder(name, given.get(IMAGE))
            .defaults(given.get(SystemNotation.DEFAULTS))
            .port(given.get(PORT))
            .placement(PlacementNotation.placement(given));
    if (given.has(SystemNotation.NAMESPACE)) {
      system.namespace(given.get(SystemNotation.NAMESPACE));
    }
    if (given.has(SystemNotation.VERSION)) {
      system.version(given.get(SystemNotation.VERSION));
    }
    for (String pullSecret : given.get(PULL_SECRETS, List.of())) {
      system.pullSecret(pullSecret);
    }
    if (given.has(REPLICAS)) {
      system.replicas(given.get(REPLICAS));
    }
    for (Map.Entry<String, Function<String, EnvVar>> env : given.get(ENV, Map.of()).entrySet()) {
      system.env(env.getValue().apply(env.getKey()));
    }
    for (SecretSource secret : given.get(SECRETS, List.of())) {
      system.secret(secret);
    }
    if (given.has(REFERS_TO)) {
      system.refersTo(given.get(REFERS_TO).toArray(new String[0]));
    }
    if (given.has(CONFIGURATION)) {
      system.configuration(given.get(CONFIGURATION));
    }
    if (given.has(SERVICE)) {
      system.service(service(given.get(SERVICE), given.get(PORT)));
    }
    if (given.get(SESSIONS)) {
      system.sessions();
    }
    for (Ingress ingress : given.get(INGRESSES, List.of())) {
      system.ingress(ingress);
    }
    for (HttpRoute route : given.get(ROUTES, List.of())) {
      system.route(route);
    }
    if (given.has(NETWORK)) {
      system.network(given.get(NETWORK));
    }
    if (given.has(STARTUP)) {
      system.startup(given.get(STARTUP));
    }
    if (given.has(RESOURCES)) {
      system.resources(given.get(RESOURCES));
    }
    if (given.has(ACCOUNT)) {
      system.serviceAccount(AccountNotation.account(given.get(ACCOUNT), ServiceAccount.of(name)));
    }
    if (given.has(DISRUPTION)) {
      system.disruption(given.get(DISRUPTION));
    }
    if (given.has(SECURITY)) {
      system.security(given.get(SECURITY).apply(Hyperterse.SECURITY));
    }
    return system.build();
  }

  private static Exposure service(Given given, int target) {
    Exposure.Builder service =
        given.get(SERVICE_TYPE) == Exposure.Type.LOAD_BALANCER
            ? Exposure.loadBalancer()
            : Exposure.clusterIp();
    for (Map.Entry<String, String> annotation : given.get(ANNOTATIONS, Map.of()).entrySet()) {
      service.annotation(annotation.getKey(), annotation.getValue());
    }
    if (given.has(FROM)) {
      service.from(given.get(FROM).toArray(new String[0]));
    }
    return service.port(ServicePort.of(given.get(SERVICE_PORT), target)).build();
  }
}
