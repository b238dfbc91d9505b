package dev.slipway.catalog.hyperbytedb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.controlplane.ControlPlane;
import dev.slipway.testing.controlplane.Outcome;
import dev.slipway.testing.controlplane.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the operator's page before an API server with the released definition. */
class HyperbytedbResourceIT {
  @RegisterExtension
  static final Running<ControlPlane> CLUSTER =
      Running.forClass(
          () -> {
            ControlPlane cluster = ControlPlane.start(List.of());
            cluster.kubectl().run("create", "-f", "crds").orFail();
            cluster.kubectl().awaitEstablished("-f", "crds");
            return cluster;
          });

  private static Outcome apply(String yaml) {
    return CLUSTER.get().kubectl().apply(yaml, "--dry-run=server");
  }

  private static String example(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/reference/hyperbytedb", name + ".yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"single", "three-node", "tls"})
  void theExampleIsAccepted(String name) throws IOException {
    assertThat(apply(example(name)).orFail().out()).contains("(server dry run)");
  }

  @Test
  void theDashboardOfTheHighlyAvailableExampleIsRefusedAndAllElseOfItIsNot() throws IOException {
    String example = example("ha");

    assertThat(apply(example).err()).contains("unknown field \"spec.monitoring.grafanaDashboard\"");
    assertThat(apply(example.replace("    grafanaDashboard: true\n", "")).orFail().out())
        .contains("(server dry run)");
  }

  @Test
  void theResourceHasNoScaleToActOn() throws IOException {
    CLUSTER.get().kubectl().apply(example("single")).orFail();

    Outcome outcome =
        CLUSTER
            .get()
            .kubectl()
            .run("scale", "hyperbytedbcluster", "hyperbytedb-single", "--replicas=3");

    assertThat(outcome.succeeded()).isFalse();
  }
}
