package dev.slipway.pulumi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.controlplane.ControlPlane;
import dev.slipway.testing.controlplane.DeclaredNode;
import dev.slipway.testing.controlplane.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example's project, built as its user would from what {@code mvn package} staged: with what it
 * depends on and nothing else, it deploys.
 */
class ExampleProgramIT {
  private static final Path EXAMPLE = Path.of("examples/pulumi-program");
  private static final Path STAGED = Path.of("target/staging/dev/slipway/slipway-pulumi");

  @RegisterExtension
  static final Running<ControlPlane> CLUSTER =
      Running.forClass(() -> ControlPlane.start(DeclaredNode.named("general-0")));

  @TempDir Path folder;

  @Test
  void aProjectThatDependsOnTheDoorHasAllThatItRunsOn() throws Exception {
    assertThat(STAGED)
        .as("what the example depends on; an online `mvn package` at the root stages it")
        .exists();
    ended(Map.of(), EXAMPLE, "mvn", "-B", "-ntp", "-q", "-U", "clean", "package");

    try (Engine engine = Engine.in(folder, CLUSTER.get().kubectl())) {
      String out =
          ended(
              engine.variables(),
              EXAMPLE,
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
              "-cp",
              "target/pulumi-program-1.0.0.jar",
              "com.example.forms.Launcher");

      assertThat(out).contains("created Deployment dev/shop/shop-web");
      assertThat(engine.provider().created()).contains("Deployment shop/shop-web");
    }
  }

  /** What a command says that ends well. */
  private String ended(Map<String, String> variables, Path in, String... words)
      throws IOException, InterruptedException {
    Path out = folder.resolve("said");
    ProcessBuilder command =
        new ProcessBuilder(words)
            .directory(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    command.environment().putAll(variables);
    Process process = command.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
    }
    assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    return Files.readString(out);
  }
}
