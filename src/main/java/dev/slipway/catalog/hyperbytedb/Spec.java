package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Choice;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.notation.ResourcesNotation;
import dev.slipway.pod.PullPolicy;
import dev.slipway.pod.Resources;
import java.util.List;
import java.util.Map;

/** The settings of a HyperbytedbCluster's {@code spec} itself, and the shape of all of it. */
public final class Spec {
  private static final Part PART = Part.SPEC;

  /** {@code replicas}: how many members there are, 1 or more; 1 unless set. */
  public static final Setting<Integer> REPLICAS =
      PART.setting(
          Field.optional("replicas", Type.integerFrom(1), "How many members there are.")
              .byDefault(1)
              .example("3"));

  /** {@code image}: the container image, used as it is; {@code hyperbytedb:latest} unless set. */
  public static final Setting<String> IMAGE =
      PART.setting(
          Field.optional("image", Type.string(), "The container image, used as it is.")
              .byDefault("hyperbytedb:latest")
              .example("hyperbytedb:1.0.0"));

  /** {@code version}: the software's version; a change of it makes the operator upgrade. */
  public static final Setting<String> VERSION =
      PART.setting(
          Field.optional(
                  "version",
                  Type.string(),
                  "The software's version; a change of it triggers a rolling upgrade.")
              .example("\"1.0.0\""));

  /** {@code imagePullPolicy}: Always, IfNotPresent or Never. */
  public static final Setting<PullPolicy> IMAGE_PULL_POLICY =
      PART.setting(
          Field.optional(
                  "imagePullPolicy",
                  Type.oneOf(
                      Choice.of("Always", PullPolicy.ALWAYS, "for every container"),
                      Choice.of(
                          "IfNotPresent", PullPolicy.IF_NOT_PRESENT, "when the node has none"),
                      Choice.of("Never", PullPolicy.NEVER, "somebody else puts it on the node")),
                  "When the image is pulled.")
              .byDefaultIs("the operator's choice")
              .example("IfNotPresent"));

  /** {@code imagePullSecrets}: Secrets to pull the image with, by name. */
  public static final Setting<List<Mapping>> IMAGE_PULL_SECRETS =
      PART.setting(
          Field.optional(
                  "imagePullSecrets",
                  Type.listOf(Type.mapping()),
                  "Secrets to pull the image with.")
              .example("[{name: registry}]"),
          Spec::list);

  /** {@code paused}: whether the operator leaves it alone; false unless set. */
  public static final Setting<Boolean> PAUSED =
      PART.setting(
          Field.optional("paused", Type.bool(), "Whether the operator leaves it alone.")
              .byDefault(false)
              .example("true"));

  /** {@code resources}: what each pod requests and may not exceed. */
  public static final Setting<Resources> RESOURCES =
      PART.setting(
          Field.optional(
                  "resources",
                  ResourcesNotation.type(),
                  "What each pod requests and may not exceed.")
              .example("{requests: {cpu: 500m, memory: 1Gi}}"),
          Resources::toNode);

  /** {@code podAnnotations}: more annotations of the pods. */
  public static final Setting<Map<String, String>> POD_ANNOTATIONS =
      PART.setting(
          Field.optional(
                  "podAnnotations",
                  Type.mapOf(Format.LABEL_KEY, Type.string().orEmpty()),
                  "More annotations of the pods.")
              .example("{example.com/owner: data}"));

  /** {@code podLabels}: more labels of the pods. */
  public static final Setting<Map<String, String>> POD_LABELS =
      PART.setting(
          Field.optional(
                  "podLabels",
                  Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty()),
                  "More labels of the pods.")
              .example("{team: data}"));

  /** {@code affinity}: a pod's affinity, as Kubernetes writes it. */
  public static final Setting<Mapping> AFFINITY =
      PART.setting(
          Field.optional("affinity", Type.mapping(), "The pods' affinity, as Kubernetes writes it.")
              .byDefaultIs("members rather stand on different hosts")
              .example("{nodeAffinity: {}}"),
          affinity -> affinity);

  /** {@code topologySpreadConstraints}: as Kubernetes writes them. */
  public static final Setting<List<Mapping>> TOPOLOGY_SPREAD_CONSTRAINTS =
      trees(
          "topologySpreadConstraints",
          "How evenly the pods stand, as Kubernetes writes it.",
          "[{maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable:"
              + " ScheduleAnyway}]");

  /** {@code tolerations}: taints that the pods stand, as Kubernetes writes them. */
  public static final Setting<List<Mapping>> TOLERATIONS =
      trees(
          "tolerations",
          "Taints that the pods stand, as Kubernetes writes them.",
          "[{key: dedicated, operator: Exists}]");

  /** {@code additionalVolumes}: more volumes of the pods, as Kubernetes writes them. */
  public static final Setting<List<Mapping>> ADDITIONAL_VOLUMES =
      trees(
          "additionalVolumes",
          "More volumes of the pods, as Kubernetes writes them.",
          "[{name: backup, emptyDir: {}}]");

  /** {@code additionalVolumeMounts}: where the container has those, as Kubernetes writes them. */
  public static final Setting<List<Mapping>> ADDITIONAL_VOLUME_MOUNTS =
      trees(
          "additionalVolumeMounts",
          "Where the container has those, as Kubernetes writes it.",
          "[{name: backup, mountPath: /backup}]");

  /** Everything that may stand in the spec, in the order of the text's examples. */
  static final Shape SHAPE =
      Shape.of(
          "spec",
          "spec",
          "What the operator is to make.",
          "{replicas: 3, image: \"hyperbytedb:1.0.0\"}",
          REPLICAS,
          IMAGE,
          VERSION,
          IMAGE_PULL_POLICY,
          IMAGE_PULL_SECRETS,
          PAUSED,
          part(
              "server",
              "The HTTP API.",
              "{port: 8086}",
              Server.PORT,
              Server.MAX_BODY_SIZE_BYTES,
              Server.REQUEST_TIMEOUT_SECS,
              Server.QUERY_TIMEOUT_SECS,
              Server.TLS.shape("server", "TLS of the HTTP API.")),
          Storage.shape(),
          part(
              "flush",
              "How the write-ahead log becomes Parquet files.",
              "{intervalSecs: 5}",
              Flush.INTERVAL_SECS,
              Flush.WAL_SIZE_THRESHOLD_MB,
              Flush.TIME_BUCKET_DURATION),
          part(
              "compaction",
              "How small Parquet files become large ones.",
              "{intervalSecs: 120}",
              Compaction.ENABLED,
              Compaction.INTERVAL_SECS,
              Compaction.MIN_FILES_TO_COMPACT,
              Compaction.TARGET_FILE_SIZE_MB),
          part("chdb", "The query engine.", "{poolSize: 8}", Chdb.POOL_SIZE),
          part(
              "auth",
              "Who may use the HTTP API.",
              "{enabled: true, credentialsSecretName: hyperbytedb-auth}",
              Auth.ENABLED,
              Auth.CREDENTIALS_SECRET_NAME),
          part("logging", "What it logs.", "{format: json}", Logging.LEVEL, Logging.FORMAT),
          RESOURCES,
          part(
              "cluster",
              "How several members work together; it counts only where there are several.",
              "{heartbeatIntervalSecs: 1}",
              Peers.HEARTBEAT_INTERVAL_SECS,
              Peers.HEARTBEAT_MISS_THRESHOLD,
              Peers.ANTI_ENTROPY_INTERVAL_SECS,
              Peers.ANTI_ENTROPY_ENABLED,
              Peers.SYNC_MAX_CONCURRENT_FILES,
              Peers.REPLICATION_MAX_RETRIES,
              Peers.RAFT_HEARTBEAT_INTERVAL_MS,
              Peers.RAFT_ELECTION_TIMEOUT_MS,
              Peers.RAFT_SNAPSHOT_THRESHOLD,
              Peers.TLS.shape("peer", "TLS between the members.")),
          part(
              "monitoring",
              "What others may see of it.",
              "{serviceMonitor: false}",
              Monitoring.ENABLED,
              Monitoring.SERVICE_MONITOR,
              Monitoring.GRAFANA_DASHBOARD),
          part(
              "failover",
              "What happens to members that stay unhealthy.",
              "{maxFailoverCount: 2}",
              Failover.ENABLED,
              Failover.MAX_FAILOVER_COUNT,
              Failover.FAILOVER_TIMEOUT_SECS),
          part(
              "autoscaling",
              "A HorizontalPodAutoscaler of the operator.",
              "{enabled: true, minReplicas: 3, maxReplicas: 10}",
              Autoscaling.ENABLED,
              Autoscaling.MIN_REPLICAS,
              Autoscaling.MAX_REPLICAS,
              Autoscaling.TARGET_CPU_UTILIZATION_PERCENTAGE),
          POD_ANNOTATIONS,
          POD_LABELS,
          AFFINITY,
          TOPOLOGY_SPREAD_CONSTRAINTS,
          TOLERATIONS,
          ADDITIONAL_VOLUMES,
          ADDITIONAL_VOLUME_MOUNTS);

  private Spec() {}

  /** Every setting that there is. */
  static List<Setting<?>> settings() {
    return SHAPE.settings();
  }

  private static Shape part(String name, String doc, String example, Member... members) {
    return Shape.of(name, name, doc, example, members);
  }

  private static Setting<List<Mapping>> trees(String name, String doc, String example) {
    return PART.setting(
        Field.optional(name, Type.listOf(Type.mapping()), doc).example(example), Spec::list);
  }

  private static Node list(List<Mapping> items) {
    return Seq.of(items);
  }
}
