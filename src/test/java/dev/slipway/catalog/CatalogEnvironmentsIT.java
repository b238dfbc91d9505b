package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.controlplane.Availability;
import dev.slipway.testing.controlplane.Await;
import dev.slipway.testing.controlplane.EnvironmentCluster;
import dev.slipway.testing.controlplane.LiveObject;
import dev.slipway.testing.controlplane.Outcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Environments on a control plane with the nodes that they declare: of every system but those that
 * have a test like this of their own. What HyperbyteDB's operator would create is applied beside
 * what is written.
 */
@ParameterizedClass
@MethodSource("environments")
class CatalogEnvironmentsIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String INSTANCE = "app.kubernetes.io/instance";

  /** The systems that are tried elsewhere, by how the names of their environments begin. */
  private static final List<String> ELSEWHERE = List.of("hyperscience", "hypercache", "hyperterse");

  private static @Nullable EnvironmentCluster running;

  @Parameter private String name = "";

  static List<String> environments() {
    return EnvironmentFiles.names().stream()
        .filter(name -> ELSEWHERE.stream().noneMatch(name::startsWith))
        .toList();
  }

  @BeforeParameterizedClassInvocation
  static void start(String name) {
    EnvironmentCluster cluster = EnvironmentCluster.start(EnvironmentFiles.read(name));
    running = cluster;
    for (Manifest judged : cluster.plan().judged()) {
      for (var claim : judged.spec().seq("volumeClaimTemplates")) {
        String storageClass = ((Mapping) claim).mapping("spec").string("storageClassName");
        if (storageClass != null) {
          cluster.controlPlane().volumes().storageClass(storageClass);
        }
      }
    }
    cluster.kubectl().apply(cluster.yaml()).orFail();
    applyJudged(cluster);
    cluster.pods().awaitReady(expected(cluster), LIMIT);
  }

  @AfterParameterizedClassInvocation
  static void close() {
    EnvironmentCluster cluster = running;
    if (cluster != null) {
      cluster.close();
    }
  }

  private static EnvironmentCluster cluster() {
    EnvironmentCluster cluster = running;
    if (cluster == null) {
      throw new IllegalStateException("No environment is applied.");
    }
    return cluster;
  }

  private static void applyJudged(EnvironmentCluster cluster) {
    if (!cluster.plan().judged().isEmpty()) {
      cluster.kubectl().apply(YamlWriter.write(ManifestSet.of(cluster.plan().judged()))).orFail();
    }
  }

  /** Replicas, or where an autoscaler has them, its minimum: nothing measures any use here. */
  private static int expected(EnvironmentCluster cluster) {
    long pods = 0;
    boolean fixed = false;
    for (Manifest manifest : cluster.plan().everything()) {
      Long replicas = manifest.spec().integer("replicas");
      boolean workload = Set.of("Deployment", "StatefulSet").contains(manifest.ref().kind());
      if (workload && replicas != null) {
        pods += replicas;
        fixed = true;
      }
    }
    if (!fixed) {
      pods =
          cluster.plan().all().ofKind("HorizontalPodAutoscaler").stream()
              .map(scaler -> scaler.spec().integer("minReplicas"))
              .mapToLong(min -> min == null ? 1 : min)
              .sum();
    }
    return Math.toIntExact(pods);
  }

  @Test
  void everyObjectIsAcceptedUnderStrictValidation() {
    Outcome dryRun = cluster().kubectl().apply(cluster().yaml(), "--dry-run=server").orFail();

    assertThat(dryRun.out().lines()).hasSameSizeAs(cluster().plan().all());
    assertThat(dryRun.err()).isEmpty();
  }

  @Test
  void podsStandOnTheNodesOfTheGroupThatWasAskedFor() {
    String group = name.equals("hyperbytedb-ha") ? "hyperbytedb" : "apps";

    assertThat(cluster().pods().all())
        .hasSize(expected(cluster()))
        .allSatisfy(
            pod -> assertThat(pod.text("spec", "nodeName").orElseThrow()).startsWith(group + "-"));
  }

  @Test
  void podsOfADrainedNodeStandElsewhereAndTheBudgetIsKept() {
    Map<String, List<String>> before = cluster().pods().byNode();
    String drained = before.keySet().iterator().next();
    int pods = expected(cluster());
    try (Availability availability = cluster().pods().watchAvailability(INSTANCE)) {
      cluster().controlPlane().drain(drained, LIMIT).orFail();
      cluster().pods().awaitReady(pods, LIMIT);

      Set<String> nodes = new HashSet<>(cluster().pods().byNode().keySet());
      assertThat(nodes).isNotEmpty().doesNotContain(drained);
      assertThat(availability.lowest().values()).allMatch(ready -> ready >= pods - 1);
    } finally {
      cluster().controlPlane().uncordon(drained);
    }
  }

  @Test
  void aSecondApplyChangesNothing() {
    Map<String, String> before = settled();

    cluster().kubectl().apply(cluster().yaml()).orFail();

    assertThat(written()).isEqualTo(before);
    assertThat(cluster().kubectl().diff(cluster().yaml()).orFail().out()).isEmpty();
  }

  private static Map<String, String> settled() {
    return Await.value(
        LIMIT,
        () -> "objects that no longer change",
        () -> {
          Map<String, String> before = written();
          pause();
          return Optional.of(written()).filter(before::equals);
        });
  }

  /** What is written to each object; an autoscaler writes its own status every 15 s. */
  private static Map<String, String> written() {
    Map<String, String> versions = new TreeMap<>(cluster().versions());
    versions.keySet().removeIf(object -> object.startsWith("HorizontalPodAutoscaler "));
    return versions;
  }

  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void noPodWaitsForANode() {
    assertThat(cluster().pods().unscheduled()).isEmpty();
    assertThat(cluster().pods().all()).extracting(LiveObject::name).doesNotHaveDuplicates();
  }
}
