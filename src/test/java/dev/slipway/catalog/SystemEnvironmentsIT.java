package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.environment.Environment;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.testing.EnvironmentFiles;
import dev.slipway.testing.controlplane.Availability;
import dev.slipway.testing.controlplane.Await;
import dev.slipway.testing.controlplane.EnvironmentCluster;
import dev.slipway.testing.controlplane.LiveObject;
import dev.slipway.testing.controlplane.Outcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The environments of the smaller systems, each on a control plane whose nodes have the shapes that
 * its file declares.
 */
@ParameterizedClass
@MethodSource("environments")
class SystemEnvironmentsIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** The systems, by how the names of their environments begin: one line each. */
  private static final List<String> SYSTEMS = List.of("hypercache", "hyperterse");

  private static @Nullable EnvironmentCluster running;

  @Parameter private String name = "";

  static List<String> environments() {
    return EnvironmentFiles.names().stream()
        .filter(name -> SYSTEMS.stream().anyMatch(name::startsWith))
        .toList();
  }

  @BeforeParameterizedClassInvocation
  static void apply(String name) {
    Environment environment = EnvironmentFiles.read(name);
    EnvironmentCluster cluster = EnvironmentCluster.start(environment);
    running = cluster;
    environment.namespaces().stream()
        .filter(namespace -> !namespace.created() && !namespace.name().equals("default"))
        .forEach(
            namespace -> cluster.kubectl().run("create", "namespace", namespace.name()).orFail());
    cluster.kubectl().apply(cluster.yaml(), "--validate=strict").orFail();
    cluster.pods().awaitReady(cluster.expectedPods(), LIMIT);
  }

  @AfterParameterizedClassInvocation
  static void close() {
    EnvironmentCluster cluster = running;
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void everyObjectIsAcceptedByServerSideApplyWithoutAWarning() {
    Outcome outcome =
        cluster()
            .kubectl()
            .apply(
                cluster().yaml(),
                "--server-side",
                "--field-manager=slipway",
                "--force-conflicts",
                "--validate=strict",
                "--dry-run=server")
            .orFail();

    assertThat(outcome.out().lines()).hasSameSizeAs(cluster().plan().all());
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void secondApplyChangesNothing() {
    Map<String, String> before = settled();

    cluster().kubectl().apply(cluster().yaml()).orFail();

    assertThat(cluster().versions()).isEqualTo(before);
    assertThat(cluster().kubectl().diff(cluster().yaml()).orFail().out()).isEmpty();
  }

  @Test
  void podsOfADrainedNodeStandElsewhereWithinTheBudget() {
    Map<String, List<String>> before = cluster().pods().byNode();
    String node =
        before.entrySet().stream()
            .max(Comparator.comparing(entry -> entry.getValue().size()))
            .orElseThrow()
            .getKey();
    try (Availability availability = cluster().pods().watchAvailability(label())) {

      cluster().controlPlane().drain(node, LIMIT).orFail();
      cluster().pods().awaitReady(cluster().expectedPods(), LIMIT);

      assertThat(cluster().pods().byNode()).doesNotContainKey(node);
      assertThat(availability.lowest()).hasSize(1);
      assertThat(availability.lowest().values()).allMatch(lowest -> lowest >= minAvailable());
    } finally {
      cluster().controlPlane().uncordon(node);
    }
  }

  private static EnvironmentCluster cluster() {
    EnvironmentCluster cluster = running;
    if (cluster == null) {
      throw new IllegalStateException("No environment is applied.");
    }
    return cluster;
  }

  /** A label that all pods have alike. */
  private static String label() {
    LiveObject pod = cluster().pods().all().get(0);
    String standard = "app.kubernetes.io/name";
    return pod.text("metadata", "labels", standard).isPresent() ? standard : "app";
  }

  /** How many pods the budget keeps; any number where there is none. */
  private static int minAvailable() {
    return cluster().plan().all().ofKind("PodDisruptionBudget").stream()
        .map(Manifest::spec)
        .mapToInt(SystemEnvironmentsIT::kept)
        .max()
        .orElse(0);
  }

  private static int kept(Mapping budget) {
    @Nullable Long stay = budget.integer("minAvailable");
    @Nullable Long away = budget.integer("maxUnavailable");
    return stay != null
        ? stay.intValue()
        : cluster().expectedPods() - (away == null ? 0 : away.intValue());
  }

  /** Budgets and controllers count their pods a moment after those are Ready. */
  private static Map<String, String> settled() {
    return Await.value(
        LIMIT,
        () -> "objects that no longer change",
        () -> {
          Map<String, String> before = cluster().versions();
          pause();
          return Optional.of(cluster().versions()).filter(before::equals);
        });
  }

  private static void pause() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
