package dev.slipway.cdk8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.Cdk8sCli;
import dev.slipway.testing.controlplane.ControlPlane;
import dev.slipway.testing.controlplane.DeclaredNode;
import dev.slipway.testing.controlplane.LiveObject;
import dev.slipway.testing.controlplane.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The apps of {@code examples/}, built as their users would from what {@code mvn package} staged,
 * synthesized by the real CLI and applied to a control plane with the nodes that they declare.
 */
class ExamplesIT {
  private static final Path EXAMPLES = Path.of("examples");
  private static final Path STAGED = Path.of("target/staging/dev/slipway/slipway-cdk8s");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @RegisterExtension
  static final Running<ControlPlane> CLUSTER =
      Running.forClass(() -> ControlPlane.start(declaredNodes()));

  @Test
  void anApplicationImportedIntoAnExistingAppRunsBesideWhatTheTeamHad() throws IOException {
    apply("existing-app");

    List<LiveObject> pods = CLUSTER.get().pods("shop").awaitReady(5, LIMIT);

    assertThat(pods.stream().map(pod -> workload(pod) + " on " + group(pod)))
        .containsExactlyInAnyOrder(
            "shop-web on general",
            "shop-web on general",
            "tools on general",
            "tools on general",
            "tools on general");
    assertThat(CLUSTER.get().kubectl().in("shop").list("ingress")).hasSize(1);
  }

  @Test
  void anAttractedWorkloadStandsOnItsGroupAndNowhereElse() throws IOException {
    CLUSTER.get().kubectl().run("apply", "-f", "crds").orFail();
    CLUSTER.get().kubectl().awaitEstablished("-f", "crds");
    apply("placed-workloads");

    List<LiveObject> pods = CLUSTER.get().pods("training").awaitReady(4, LIMIT);

    assertThat(pods.stream().map(pod -> workload(pod) + " on " + group(pod)))
        .containsExactlyInAnyOrder(
            "training-trainer on trainer",
            "training-trainer on trainer",
            "training-api on platform",
            "training-api on platform");
    assertThat(CLUSTER.get().kubectl().in("training").list("hyperbytedbcluster"))
        .extracting(LiveObject::name)
        .containsExactly("metrics");
  }

  @Test
  void eachEnvironmentOfOneAppIsAcceptedWithItsOwnNumberOfPods() throws IOException {
    List<String> written = apply("two-environments");

    // Both are for the same namespace, each on a cluster of its own: prod's came last.
    assertThat(written).containsExactly("orders-dev.k8s.yaml", "orders-prod.k8s.yaml");
    List<LiveObject> pods = CLUSTER.get().pods("orders").awaitReady(3, LIMIT);
    assertThat(pods.stream().map(ExamplesIT::group).distinct()).containsExactly("general");
  }

  /** The nodes of the three apps' clusters, by hand. */
  private static List<DeclaredNode> declaredNodes() {
    List<DeclaredNode> nodes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      nodes.add(node("general-" + i, "general", "4", "16Gi"));
      nodes.add(node("platform-" + i, "platform", "4", "16Gi"));
    }
    for (int i = 0; i < 2; i++) {
      nodes.add(
          node("trainer-" + i, "trainer", "16", "64Gi")
              .taint("dedicated", "trainer", "NoSchedule"));
    }
    return nodes;
  }

  private static DeclaredNode node(String name, String pool, String cpu, String memory) {
    return DeclaredNode.named(name).label("pool", pool).cpu(cpu).memory(memory);
  }

  /** Builds, synthesizes and applies an example; returns the names of the files it wrote. */
  private static List<String> apply(String example) throws IOException {
    assertThat(STAGED)
        .as("what the examples depend on; an online `mvn package` at the root stages it")
        .exists();
    Path folder = EXAMPLES.resolve(example);
    Cdk8sCli.Ran built =
        Cdk8sCli.run(
            folder, Map.of(), List.of("mvn", "-B", "-ntp", "-q", "-U", "clean", "package"));
    assertThat(built.exit()).as(built.output()).isZero();
    Cdk8sCli.synthIn(folder);
    List<String> names = new ArrayList<>();
    for (Path file : written(folder.resolve("dist"))) {
      CLUSTER.get().kubectl().apply(Files.readString(file)).orFail();
      names.add(file.getFileName().toString());
    }
    return names;
  }

  private static List<Path> written(Path dist) throws IOException {
    try (Stream<Path> files = Files.list(dist)) {
      return files.sorted(Comparator.naturalOrder()).toList();
    }
  }

  /** The Deployment's name, without the hashes that cdk8s and its controller put after it. */
  private static String workload(LiveObject pod) {
    return pod.name().replaceFirst("(-c8[0-9a-f]{6})?-[a-z0-9]+-[a-z0-9]{5}$", "");
  }

  private static String group(LiveObject pod) {
    return pod.text("spec", "nodeName").orElseThrow().replaceFirst("-[0-9]+$", "");
  }
}
