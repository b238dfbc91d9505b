package dev.slipway.catalog.hyperscience;

import dev.slipway.app.Application;
import dev.slipway.app.Replicas;
import dev.slipway.backing.Database;
import dev.slipway.backing.ImageRegistry;
import dev.slipway.backing.ObjectStore;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.Quantity;
import dev.slipway.network.Ingress;
import dev.slipway.notation.DatabaseNotation;
import dev.slipway.notation.IdentityNotation;
import dev.slipway.notation.IngressNotation;
import dev.slipway.notation.ProbeNotation;
import dev.slipway.notation.RegistryNotation;
import dev.slipway.notation.ReplicasNotation;
import dev.slipway.notation.ResourcesNotation;
import dev.slipway.notation.StoreNotation;
import dev.slipway.notation.SystemNotation;
import dev.slipway.pod.Probe;
import dev.slipway.pod.Resources;
import java.util.List;

/** Hyperscience in an environment file. */
public final class HyperscienceNotation {
  /** The word by which a file names it. */
  public static final String ID = "hyperscience";

  /** What it is. */
  public static final String SUMMARY = "the Hyperscience Platform";

  private static final Field<String> KIND = SystemNotation.field(ID, SUMMARY);

  private static final Field<String> PLATFORM_IMAGE = image("forms:40.1.2");
  private static final Field<String> TRAINER_IMAGE = image("trainer:40.1.2");
  private static final Field<Integer> PORT =
      Field.optional("port", Type.port(), "The port of its API and pages in the container.")
          .byDefault(Platform.DEFAULT_PORT)
          .example("8080");
  private static final Field<Replicas> REPLICAS =
      Field.optional(
              "replicas",
              ReplicasNotation.from(1),
              "How many pods there are, or between which numbers an autoscaler decides.")
          .byDefaultIs(Integer.toString(Platform.DEFAULT_REPLICAS.max()))
          .example("{min: 2, max: 4, cpu: 70}");
  private static final Field<Resources> PLATFORM_RESOURCES =
      Field.optional("resources", ResourcesNotation.type(), "What a pod requests.")
          .byDefaultIs("2 cores and 8Gi")
          .example("{requests: {cpu: 4, memory: 12Gi}}");
  private static final Field<Probe> PROBE =
      Field.optional("probe", ProbeNotation.type(), "How it is asked whether it is well.")
          .byDefaultIs("whether it accepts a connection on its port")
          .example("{http: /healthz, port: http}");
  private static final Definition<Platform> PLATFORM_PART =
      Definition.of("platform", "The part of Hyperscience that people and the trainer talk to.")
          .fields(PLATFORM_IMAGE, PORT, REPLICAS, PLATFORM_RESOURCES, PROBE)
          .building(HyperscienceNotation::platform);

  private static final Field<String> TRAINER_VERSION =
      Field.optional(
              "version",
              Type.string(),
              "Tells it from other trainers: its workload is trainer-<version>.")
          .byDefaultIs("there is only one")
          .example("\"41.0\"");
  private static final Field<Resources> TRAINER_RESOURCES =
      Field.optional("resources", ResourcesNotation.type(), "What the pod requests.")
          .byDefaultIs("12 cores and 48Gi")
          .example("{requests: {cpu: 14, memory: 56Gi}}");
  private static final Field<Quantity> STORAGE =
      Field.optional("storage", Type.bytes(), "How much it may keep on its node.")
          .byDefault(Trainer.DEFAULT_STORAGE)
          .example("50Gi");
  private static final Definition<Trainer> TRAINER_PART =
      Definition.of("trainer", "A trainer of one version.")
          .fields(TRAINER_IMAGE, TRAINER_VERSION, TRAINER_RESOURCES, STORAGE)
          .building(HyperscienceNotation::trainer);

  private static final Field<String> FOR_PLATFORM =
      Field.optional("platform", Type.reference("node group"), "The platform's and the blocks'.")
          .byDefaultIs("platform")
          .example("platform");
  private static final Field<String> FOR_TRAINER =
      Field.optional("trainer", Type.reference("node group"), "The trainers'.")
          .byDefaultIs("trainer")
          .example("trainer");
  private static final Definition<Given> NODE_GROUPS_PART =
      Definition.of("Hyperscience node groups", "Which node groups its parts go on.")
          .fields(FOR_PLATFORM, FOR_TRAINER)
          .building(given -> given);

  private static final Field<Database> DATABASE =
      Field.required(
              "database", DatabaseNotation.type(), "The PostgreSQL database: version 14, 15 or 16.")
          .example(
              "{postgres: \"16\", host: db.example.com, name: forms, user: forms, credentials:"
                  + " {existing: hs-db, keys: [password]}}");
  private static final Field<ObjectStore> FILE_STORE =
      Field.required(
              "fileStore",
              StoreNotation.type(),
              "Where its files are kept; its pods and the blocks read and write there.")
          .example("{s3: hs-files, region: eu-west-1}");
  private static final Field<String> STORAGE_MODE =
      Field.optional(
              "storageMode",
              Type.string(),
              "The vendor's word for the kind of file store, public for S3 only.")
          .byDefaultIs("S3_EX for S3 (S3 before 36.0.6)")
          .example("S3_EX");
  private static final Field<ImageRegistry> REGISTRY =
      Field.required(
              "registry",
              RegistryNotation.type(),
              "The internal registry with the four repositories that its images were copied to.")
          .example(
              "{ecr: \"123456789012\", region: eu-west-1, repositories: [forms, trainer, operator,"
                  + " blocks]}");
  private static final Field<Identity> IDENTITY =
      Field.optional(
              "identity",
              IdentityNotation.type(),
              "Who its pods are to the cloud of the file store.")
          .example("{eksPodIdentity: \"arn:aws:iam::123456789012:role/hyperscience\"}");
  private static final Field<Platform> PLATFORM =
      Field.optional("platform", Type.object(PLATFORM_PART), "The platform.")
          .byDefaultIs("only the prerequisites are rendered, for the vendor's chart to run on")
          .example("{image: \"forms:40.1.2\"}");
  private static final Field<List<Trainer>> TRAINERS =
      Field.optional(
              "trainers",
              Type.someOf(Type.object(TRAINER_PART)),
              "The trainer; before an upgrade, also that of the next version.")
          .example("[{image: \"trainer:40.1.2\"}]");
  private static final Field<HyperOperator> OPERATOR =
      Field.optional(
              "operator", Type.later(() -> OperatorNotation.operator()), "The HyperOperator.")
          .example("{image: \"operator:40.1.2\"}");
  private static final Field<Blocks> BLOCKS =
      Field.optional(
              "blocks",
              Type.later(() -> OperatorNotation.blocks()),
              "What the operator will start.")
          .byDefaultIs("nothing known")
          .example("{images: [\"blocks:40.1.2\"], cpu: 6, memory: 16Gi, pods: 20}");
  private static final Field<Ingress> INGRESS =
      Field.optional(
              "ingress",
              Type.later(() -> IngressNotation.type()),
              "The only way in from outside the cluster.")
          .byDefaultIs("there is none")
          .example("{host: forms.example.com, tlsSecret: forms-tls}");
  private static final Field<VendorChart> CHART =
      Field.optional(
              "chart",
              Type.object(() -> VendorChartNotation.DEFINITION),
              "What is known of the vendor's chart, where that brings the workloads.")
          .byDefaultIs("nothing: network policies treat its pods alike")
          .example("{ingressFrom: {kubernetes.io/metadata.name: traefik}}");
  private static final Field<Given> NODE_GROUPS =
      Field.optional(
              "nodeGroups", Type.object(NODE_GROUPS_PART), "Which node groups its parts go on.")
          .byDefaultIs("platform and trainer")
          .example("{platform: hs-platform, trainer: hs-trainer}");
  private static final Field<SettingNames> NAMES =
      Field.optional(
              "names",
              Type.object(() -> NamesNotation.DEFINITION),
              "The names of its settings, where they are not those of its public documentation.")
          .byDefaultIs("those that are public")
          .example("{database: {password: FORMS_DB_PASSWORD}}");
  private static final Field<Boolean> EXACT =
      Field.optional(
              "exactSecurity",
              Type.bool(),
              "Whether a policy lets pods add the capabilities SETUID and SETGID and no others"
                  + " (Kubernetes 1.30).")
          .byDefault(false)
          .example("true");

  private static final Definition<Application> DEFINITION =
      Definition.of(
              "Hyperscience application",
              "The Hyperscience Platform, or with no platform given, only what it stands on.")
          .hint("platform: {image: \"forms:40.1.2\"}", "image", "replicas")
          .hint("fileStore: {s3: my-files, region: eu-west-1}", "s3", "store", "bucket", "storage")
          .hint(
              "database: {postgres: \"16\", host: db.example.com, name: forms, user: forms,"
                  + " credentials: {existing: forms-db, keys: [password]}}",
              "postgres",
              "db")
          .fields(SystemNotation.NAME, KIND, SystemNotation.NAMESPACE, SystemNotation.VERSION)
          .fields(DATABASE, FILE_STORE, STORAGE_MODE, REGISTRY, IDENTITY, PLATFORM, TRAINERS)
          .fields(OPERATOR, BLOCKS, INGRESS, CHART, NODE_GROUPS, NAMES, EXACT)
          .building(
              given -> hyperscience(given).build().application(),
              given -> whole(given).unchecked().application());

  private HyperscienceNotation() {}

  private static Field<String> image(String example) {
    return Field.required(
            "image", Type.string(), "The repository among the registry's four, and the tag.")
        .example(example);
  }

  /** What such an application looks like in a file. */
  public static Definition<Application> definition() {
    return DEFINITION;
  }

  private static Hyperscience.Builder hyperscience(Given given) {
    Hyperscience.Builder system = Hyperscience.builder(given.get(SystemNotation.NAME));
    if (given.has(SystemNotation.NAMESPACE)) {
      system.namespace(given.get(SystemNotation.NAMESPACE));
    }
    if (given.has(SystemNotation.VERSION)) {
      system.version(given.get(SystemNotation.VERSION));
    }
    if (given.has(DATABASE)) {
      system.database(given.get(DATABASE));
    }
    if (given.has(FILE_STORE)) {
      system.fileStore(given.get(FILE_STORE));
    }
    if (given.has(STORAGE_MODE)) {
      system.storageMode(given.get(STORAGE_MODE));
    }
    if (given.has(REGISTRY)) {
      system.registry(given.get(REGISTRY));
    }
    if (given.has(IDENTITY)) {
      system.identity(given.get(IDENTITY));
    }
    if (given.has(PLATFORM)) {
      system.platform(given.get(PLATFORM));
    }
    for (Trainer trainer : given.get(TRAINERS, List.of())) {
      system.trainer(trainer);
    }
    if (given.has(OPERATOR)) {
      system.operator(given.get(OPERATOR));
    }
    if (given.has(BLOCKS)) {
      system.blocks(given.get(BLOCKS));
    }
    if (given.has(INGRESS)) {
      system.ingress(given.get(INGRESS));
    }
    if (given.has(CHART)) {
      system.chart(given.get(CHART));
    }
    if (given.has(NODE_GROUPS)) {
      Given groups = given.get(NODE_GROUPS);
      system.nodeGroups(groups.get(FOR_PLATFORM, "platform"), groups.get(FOR_TRAINER, "trainer"));
    }
    if (given.has(NAMES)) {
      system.names(given.get(NAMES));
    }
    if (given.get(EXACT)) {
      system.exactSecurity();
    }
    return system;
  }

  /** Nothing can be made of one that lacks what all of them need. */
  private static Hyperscience.Builder whole(Given given) {
    return hyperscience(given)
        .database(given.get(DATABASE))
        .fileStore(given.get(FILE_STORE))
        .registry(given.get(REGISTRY));
  }

  private static Platform platform(Given given) {
    Platform platform =
        Platform.of(given.get(PLATFORM_IMAGE))
            .port(given.get(PORT))
            .replicas(given.get(REPLICAS, Platform.DEFAULT_REPLICAS))
            .resources(given.get(PLATFORM_RESOURCES, Platform.DEFAULT_RESOURCES));
    return given.find(PROBE).map(platform::probe).orElse(platform);
  }

  private static Trainer trainer(Given given) {
    return new Trainer(
        given.get(TRAINER_VERSION, ""),
        given.get(TRAINER_IMAGE),
        given.get(TRAINER_RESOURCES, Trainer.DEFAULT_RESOURCES),
        given.get(STORAGE));
  }
}
