package dev.slipway.catalog.mllp;

import dev.slipway.app.Application;
import dev.slipway.app.Replicas;
import dev.slipway.app.ServiceAccount;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Quantity;
import dev.slipway.notation.AccountNotation;
import dev.slipway.notation.PlacementNotation;
import dev.slipway.notation.ReplicasNotation;
import dev.slipway.notation.ResourcesNotation;
import dev.slipway.notation.SecretNotation;
import dev.slipway.notation.SecurityNotation;
import dev.slipway.notation.SystemNotation;
import dev.slipway.pod.Resources;
import dev.slipway.secret.SecretSource;
import dev.slipway.security.SecurityProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The MLLP server in an environment file. */
public final class MllpNotation {
  /** The word by which a file names it. */
  public static final String ID = "mllp-server";

  /** What it is. */
  public static final String SUMMARY = "the MLLP server for HL7 messages";

  private static final Field<String> KIND = SystemNotation.field(ID, SUMMARY);

  private static final Field<String> IMAGE =
      Field.required("image", Type.string(), "The server's image.")
          .example("registry.example.com/mllp-server:1.4.2");
  private static final Field<Integer> PORT =
      Field.optional("port", Type.integer(1024, 65535), "Where it takes connections.")
          .byDefault(MllpServer.DEFAULT_PORT)
          .example("2575");
  private static final Field<Replicas> REPLICAS =
      Field.optional(
              "replicas",
              ReplicasNotation.type(),
              "How many pods there are, or between which numbers an autoscaler decides; with an"
                  + " outbox, one.")
          .byDefaultIs("1")
          .example("{min: 2, max: 10, cpu: 70}");
  private static final Field<String> LOG_LEVEL =
      Field.optional("logLevel", Type.string(), "How much it logs.")
          .byDefault(MllpServer.DEFAULT_LOG_LEVEL)
          .example("debug");
  private static final Field<Integer> MAX_CONNECTIONS =
      Field.optional(
              "maxConnections", Type.integerFrom(1), "How many connections a pod takes at a time.")
          .byDefault(MllpServer.DEFAULT_MAX_CONNECTIONS)
          .example("200");
  private static final Field<Resources> RESOURCES =
      Field.optional(
              "resources", ResourcesNotation.type(), "What a pod requests and may not exceed.")
          .byDefaultIs("requests of 100m and 64Mi, limits of 500m and 256Mi")
          .example("{requests: {cpu: 250m, memory: 128Mi}, limits: {cpu: 1, memory: 512Mi}}");
  private static final Field<Duration> PRE_SHUTDOWN_DELAY =
      Field.optional(
              "preShutdownDelay",
              Type.duration(),
              "How long it goes on accepting connections after SIGTERM, in whole seconds.")
          .byDefault(MllpServer.DEFAULT_PRE_SHUTDOWN_DELAY)
          .example("5s");
  private static final Field<Duration> SHUTDOWN_TIMEOUT =
      Field.optional(
              "shutdownTimeout",
              Type.duration(),
              "How long it then waits for connections to end, in whole seconds.")
          .byDefault(MllpServer.DEFAULT_SHUTDOWN_TIMEOUT)
          .example("30s");
  private static final Field<Duration> GRACE =
      Field.optional(
              "grace",
              Type.duration(),
              "How long a pod has to end: more than the delay and the timeout together.")
          .byDefaultIs("10 s more than the two")
          .example("45s");
  private static final Field<Boolean> ZONE_SPREAD =
      Field.optional(
              "zoneSpread",
              Type.oneOf(
                  Choice.of("preferred", false, "as far as that goes"),
                  Choice.of("required", true, "a pod that would break it stays pending")),
              "Whether the pods are spread over zones, with a difference of at most one.")
          .byDefaultIs("over hosts and zones as far as that goes, under strict defaults")
          .example("preferred");

  private static final Field<String> CLAIM =
      Field.optional(
              "claim", Type.string().of(Format.DNS_SUBDOMAIN), "The PersistentVolumeClaim's name.")
          .byDefault(Outbox.DEFAULT_CLAIM)
          .example("mllp-data");
  private static final Field<String> STORAGE_CLASS =
      Field.optional("storageClass", Type.string(), "The storage class.")
          .byDefault(Outbox.DEFAULT_CLASS)
          .example("gp3");
  private static final Field<Quantity> SIZE =
      Field.optional("size", Type.bytes(), "How much it may hold.")
          .byDefault(Outbox.DEFAULT_SIZE)
          .example("10Gi");
  private static final Definition<Outbox> OUTBOX_PART =
      Definition.of("outbox", "The volume for messages that are not handed on yet.")
          .fields(CLAIM, STORAGE_CLASS, SIZE)
          .building(
              given ->
                  new Outbox(
                      given.get(CLAIM), Optional.of(given.get(STORAGE_CLASS)), given.get(SIZE)));
  private static final Field<Outbox> OUTBOX =
      Field.optional(
              "outbox",
              Type.object(OUTBOX_PART),
              "Keeps messages on a volume until they are handed on; {} for the page's own.")
          .byDefaultIs("none is kept")
          .example("{storageClass: gp3}");

  private static final Field<SecretSource> CERTIFICATE =
      Field.required(
              "secret",
              Type.later(() -> SecretNotation.type()),
              "The Secret with the keys tls.crt and tls.key.")
          .example("{existing: mllp-tls, keys: [tls.crt, tls.key]}");
  private static final Field<Tls.Rotation> ROTATION =
      Field.optional(
              "rotation",
              Type.oneOf(
                  Choice.of(
                      "restart",
                      Tls.Rotation.RESTART,
                      "pods are replaced one after the other, where the source can tell"),
                  Choice.of(
                      "reload",
                      Tls.Rotation.RELOAD,
                      "the files change in place, and the server reads them again")),
              "What happens when the certificate changes.")
          .byDefault(Tls.Rotation.RESTART)
          .example("reload");
  private static final Definition<Tls> TLS_PART =
      Definition.of("MLLP certificate", "The certificate that the server shows to its clients.")
          .fields(CERTIFICATE, ROTATION)
          .building(given -> new Tls(given.get(CERTIFICATE), given.get(ROTATION)));
  private static final Field<Tls> TLS =
      Field.optional("tls", Type.object(TLS_PART), "The server's certificate.")
          .byDefaultIs("connections are not encrypted")
          .example("{secret: {existing: mllp-tls, keys: [tls.crt, tls.key]}}");

  private static final Field<Map<String, String>> CLIENTS =
      Field.optional(
              "clients",
              Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty()),
              "Labels of the namespaces whose pods may connect.")
          .byDefaultIs("network-policy/mllp-client: \"true\"")
          .example("{team: radiology}");
  private static final Field<Map<String, String>> SETTINGS =
      Field.optional(
              "settings",
              Type.mapOf(Format.ENV_NAME, Type.string().orEmpty()),
              "More environment variables, in the ConfigMap.")
          .example("{READ_TIMEOUT: 60s}");
  private static final Field<Given> ACCOUNT =
      Field.optional(
              "serviceAccount", Type.later(() -> AccountNotation.type()), "Whom its pods are.")
          .byDefaultIs("an account of their own without rights, under strict defaults")
          .example("{identity: {gke: mllp@my-project.iam.gserviceaccount.com}}");
  private static final Field<List<String>> PULL_SECRETS =
      Field.optional("imagePullSecrets", Type.someOf(Type.string()), "Secrets to pull images with.")
          .example("[registry]");

  private static final Field<UnaryOperator<SecurityProfile>> SECURITY =
      Field.optional(
              "security", Type.later(() -> SecurityNotation.change()), "What the server may do.")
          .byDefaultIs("as little as can be, as user and group 65534")
          .example("{runAsUser: 2001}");

  private static final Definition<SettingKeys> KEYS_PART = KeysNotation.DEFINITION;
  private static final Field<SettingKeys> KEYS =
      Field.optional(
              "keys",
              Type.object(KEYS_PART),
              "The names of its environment variables, where they are not those of its page"
                  + " \"Kubernetes\".")
          .byDefaultIs("those of that page")
          .example("{address: LISTEN_ADDR, maxConnections: MAX_CONNECTIONS}");

  private static final Definition<Application> DEFINITION =
      Definition.of(
              "MLLP server application", "The MLLP server, which takes HL7 messages over TCP.")
          .fields(SystemNotation.NAME, KIND, SystemNotation.NAMESPACE, SystemNotation.VERSION)
          .fields(SystemNotation.DEFAULTS, IMAGE, PORT, REPLICAS, LOG_LEVEL, MAX_CONNECTIONS)
          .fields(RESOURCES, PRE_SHUTDOWN_DELAY, SHUTDOWN_TIMEOUT, GRACE, ZONE_SPREAD, OUTBOX, TLS)
          .fields(CLIENTS, SETTINGS, KEYS, ACCOUNT, PULL_SECRETS)
          .fields(PlacementNotation.fields())
          .fields(SECURITY)
          .building(given -> server(given).application());

  private MllpNotation() {}

  /** What such an application looks like in a file. */
  public static Definition<Application> definition() {
    return DEFINITION;
  }

  private static MllpServer server(Given given) {
    MllpServer.Builder server =
        MllpServer.builder(given.get(SystemNotation.NAME))
            .defaults(given.get(SystemNotation.DEFAULTS))
            .image(given.get(IMAGE))
            .port(given.get(PORT))
            .logLevel(given.get(LOG_LEVEL))
            .maxConnections(given.get(MAX_CONNECTIONS))
            .preShutdownDelay(given.get(PRE_SHUTDOWN_DELAY))
            .shutdownTimeout(given.get(SHUTDOWN_TIMEOUT));
    if (given.has(SystemNotation.NAMESPACE)) {
      server.namespace(given.get(SystemNotation.NAMESPACE));
    }
    if (given.has(SystemNotation.VERSION)) {
      server.version(given.get(SystemNotation.VERSION));
    }
    if (given.has(REPLICAS)) {
      server.replicas(given.get(REPLICAS));
    }
    if (given.has(RESOURCES)) {
      server.resources(given.get(RESOURCES));
    }
    if (given.has(GRACE)) {
      server.grace(given.get(GRACE));
    }
    if (given.has(ZONE_SPREAD)) {
      server.zoneSpread(given.get(ZONE_SPREAD));
    }
    if (given.has(OUTBOX)) {
      server.outbox(given.get(OUTBOX));
    }
    if (given.has(TLS)) {
      server.tls(given.get(TLS));
    }
    if (given.has(CLIENTS)) {
      server.clients(given.get(CLIENTS));
    }
    if (given.has(SETTINGS)) {
      server.settings(given.get(SETTINGS));
    }
    if (given.has(KEYS)) {
      server.keys(given.get(KEYS));
    }
    server.placement(PlacementNotation.placement(given));
    if (given.has(ACCOUNT)) {
      server.serviceAccount(
          AccountNotation.account(
              given.get(ACCOUNT), ServiceAccount.of(given.get(SystemNotation.NAME))));
    }
    if (given.has(SECURITY)) {
      server.security(given.get(SECURITY).apply(MllpServer.SECURITY));
    }
    for (String imagePullSecret : given.get(PULL_SECRETS, List.of())) {
      server.imagePullSecret(imagePullSecret);
    }
    return server.build();
  }
}
