package dev.slipway.catalog.hyperbytedb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.definition.JsonSchema;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;
import dev.slipway.testing.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The settings and the definition of the resource in crds/ say the same, field by field. */
class DefinitionOfTheResourceTest {
  private static final Path FILE =
      Path.of("crds/hyperbytedbclusters.hyperbytedb.hyperbyte.cloud.yaml");

  /** The text has it, and no released definition of the resource does. */
  private static final String TEXT_ONLY = "monitoring.grafanaDashboard";

  /** The text gives it a default, and the definition, in which it may be missing, does not. */
  private static final String DEFAULT_OF_TEXT = "paused";

  private final Mapping schema = JsonSchema.full(Spec.SHAPE.definition());

  private static Mapping definition() throws IOException {
    Mapping version =
        (Mapping) YamlText.mapping(Files.readString(FILE)).mapping("spec").seq("versions").get(0);
    return version
        .mapping("schema")
        .mapping("openAPIV3Schema")
        .mapping("properties")
        .mapping("spec");
  }

  @Test
  void theSettingsAreThoseOfTheDefinitionAndTheOneOfTheText() throws IOException {
    Set<String> defined = new TreeSet<>();
    leaves(definition(), "", defined);
    defined.add(TEXT_ONLY);

    assertThat(Spec.settings().stream().map(Setting::name).toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(defined);
  }

  @Test
  void whatIsRequiredDefaultedAndBoundedIsSoInBoth() throws IOException {
    List<String> differences = new ArrayList<>();
    compare(definition(), resolved(schema.seq("allOf").get(0)), "", differences);

    assertThat(differences).isEmpty();
  }

  @Test
  void kindAndGroupAreThoseOfTheDefinition() throws IOException {
    Mapping spec = YamlText.mapping(Files.readString(FILE)).mapping("spec");

    assertThat(spec.string("group")).isEqualTo(HyperbytedbCluster.TYPE.group());
    assertThat(spec.mapping("names").string("kind")).isEqualTo(HyperbytedbCluster.TYPE.kind());
    assertThat(((Mapping) spec.seq("versions").get(0)).string("name"))
        .isEqualTo(HyperbytedbCluster.TYPE.version());
  }

  /** A part has fields of its own; a Kubernetes type and a list are settings. */
  private static boolean isPart(Mapping defined) {
    return defined.has("properties");
  }

  private static void leaves(Mapping defined, String path, Set<String> leaves) {
    defined
        .mapping("properties")
        .forEach(
            (name, field) -> {
              String full = path.isEmpty() ? name : path + "." + name;
              if (isPart((Mapping) field)) {
                leaves((Mapping) field, full, leaves);
              } else {
                leaves.add(full);
              }
            });
  }

  private void compare(Mapping defined, Mapping ours, String path, List<String> differences) {
    same(required(defined, path), required(ours, path), path + " required", differences);
    defined
        .mapping("properties")
        .forEach(
            (name, field) -> {
              String full = path.isEmpty() ? name : path + "." + name;
              Mapping theirs = (Mapping) field;
              Mapping mine = resolved(ours.mapping("properties").mapping(name));
              if (isPart(theirs)) {
                compare(theirs, mine, full, differences);
              } else {
                compareLeaf(theirs, mine, full, differences);
              }
            });
  }

  private static void compareLeaf(
      Mapping theirs, Mapping mine, String path, List<String> differences) {
    if (theirs.has("default") || !path.equals(DEFAULT_OF_TEXT)) {
      same(theirs.get("default"), mine.get("default"), path + " default", differences);
    }
    same(
        theirs.get("enum"),
        path.equals("imagePullPolicy") ? null : mine.get("enum"),
        path + " enum",
        differences);
    if ("integer".equals(theirs.string("type"))) {
      // A time, a size or a number below nothing is refused here, where the definition has no
      // bound.
      Node least = theirs.has("minimum") ? theirs.get("minimum") : Scalar.of(0);
      Node most = theirs.has("maximum") ? theirs.get("maximum") : greatest(theirs);
      same(least, mine.get("minimum"), path + " minimum", differences);
      same(most, mine.get("maximum"), path + " maximum", differences);
    }
    String type = theirs.string("type");
    if (type != null && !mine.has("anyOf")) {
      same(type, mine.string("type"), path + " type", differences);
    }
  }

  private static @Nullable Node greatest(Mapping theirs) {
    return "int64".equals(theirs.string("format")) ? null : Scalar.of(Integer.MAX_VALUE);
  }

  private static Set<String> required(Mapping schema, String path) {
    Set<String> required = new TreeSet<>();
    schema.seq("required").forEach(name -> required.add(plain(name)));
    // Its default is filled in before what is required is looked for.
    if (path.equals("failover")) {
      required.remove("enabled");
    }
    return required;
  }

  private static void same(
      @Nullable Object theirs, @Nullable Object mine, String what, List<String> differences) {
    if (!java.util.Objects.equals(theirs, mine)) {
      differences.add("%s: the definition has %s, the settings %s".formatted(what, theirs, mine));
    }
  }

  /** What a reference leads to, with what stands beside it. */
  private Mapping resolved(Node node) {
    Mapping mapping = (Mapping) node;
    if (mapping.has("allOf")) {
      return resolved(mapping.seq("allOf").get(0));
    }
    String reference = mapping.string("$ref");
    return reference == null
        ? mapping
        : schema.mapping("definitions").mapping(reference.substring("#/definitions/".length()));
  }

  @Test
  void theTextsOwnTablesSayTheSameOfTypesAndDefaults() {
    Map<String, Object> text =
        Map.ofEntries(
            Map.entry("replicas", 1),
            Map.entry("image", "hyperbytedb:latest"),
            Map.entry("paused", false),
            Map.entry("server.port", 8086),
            Map.entry("server.maxBodySizeBytes", 26214400),
            Map.entry("server.requestTimeoutSecs", 30),
            Map.entry("server.queryTimeoutSecs", 30),
            Map.entry("storage.backend", "local"),
            Map.entry("storage.volumeClaimTemplate.size", "10Gi"),
            Map.entry("flush.intervalSecs", 10),
            Map.entry("flush.walSizeThresholdMb", 64),
            Map.entry("flush.timeBucketDuration", "1h"),
            Map.entry("compaction.enabled", true),
            Map.entry("compaction.intervalSecs", 300),
            Map.entry("compaction.minFilesToCompact", 4),
            Map.entry("compaction.targetFileSizeMb", 256),
            Map.entry("chdb.poolSize", 4),
            Map.entry("auth.enabled", false),
            Map.entry("logging.level", "info"),
            Map.entry("logging.format", "text"),
            Map.entry("cluster.heartbeatIntervalSecs", 2),
            Map.entry("cluster.heartbeatMissThreshold", 5),
            Map.entry("cluster.antiEntropyIntervalSecs", 60),
            Map.entry("cluster.antiEntropyEnabled", true),
            Map.entry("cluster.syncMaxConcurrentFiles", 4),
            Map.entry("cluster.replicationMaxRetries", 5),
            Map.entry("cluster.raftHeartbeatIntervalMs", 300),
            Map.entry("cluster.raftElectionTimeoutMs", 1000),
            Map.entry("cluster.raftSnapshotThreshold", 1000),
            Map.entry("monitoring.enabled", true),
            Map.entry("monitoring.serviceMonitor", true),
            Map.entry("monitoring.grafanaDashboard", false),
            Map.entry("autoscaling.targetCPUUtilizationPercentage", 80),
            Map.entry("failover.enabled", true),
            Map.entry("failover.maxFailoverCount", 1),
            Map.entry("failover.failoverTimeoutSecs", 300));

    Map<String, String> ours = new java.util.TreeMap<>();
    Spec.settings().forEach(setting -> shown(setting, ours));
    Map<String, String> expected = new java.util.TreeMap<>();
    text.forEach((name, value) -> expected.put(name, value.toString()));
    assertThat(ours).isEqualTo(expected);
  }

  private static String plain(Node node) {
    return node instanceof Text text ? text.known().orElseThrow() : node.toString();
  }

  private static <V> void shown(Setting<V> setting, Map<String, String> ours) {
    if (setting.field().hasDefaultValue()) {
      Node node = setting.node(setting.field().defaultValue());
      ours.put(setting.name(), plain(node));
    }
  }
}
