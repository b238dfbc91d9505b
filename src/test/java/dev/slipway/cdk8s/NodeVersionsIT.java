package dev.slipway.cdk8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.Cdk8sCli;
import dev.slipway.testing.Cdk8sCli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's own app on each Node.js that cdk8s runs on; npm brings them. */
class NodeVersionsIT {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @ParameterizedTest(name = "Node.js {0}")
  @ValueSource(ints = {20, 22, 24})
  void theAppRunsOn(int version, @TempDir Path out) throws IOException {
    Path node = node(version);
    Ran asked = Cdk8sCli.run(HERE, Map.of(), List.of(node.toString(), "--version"));
    assertThat(asked.output()).startsWith("v" + version + ".");

    Ran ran =
        Cdk8sCli.run(
            HERE,
            Map.of("JSII_NODE", node.toString(), "CDK8S_OUTDIR", out.toString()),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EnvironmentsApp.class.getName(),
                "environments/hyperterse.yaml"));

    assertThat(ran.exit()).as(ran.output()).isZero();
    assertThat(out.resolve("hyperterse.k8s.yaml")).content().contains("kind: Deployment");
  }

  private static Path node(int version) throws IOException {
    Path folder = Path.of("target/node", String.valueOf(version)).toAbsolutePath();
    Path node = folder.resolve("node_modules/.bin/node");
    if (!Files.exists(node)) {
      Files.createDirectories(folder);
      Ran got =
          Cdk8sCli.run(
              HERE,
              Map.of(),
              List.of(
                  "npm",
                  "install",
                  "--no-audit",
                  "--no-fund",
                  "--no-save",
                  "--prefix",
                  folder.toString(),
                  "node@" + version));
      assertThat(got.exit()).as(got.output()).isZero();
    }
    return node;
  }
}
