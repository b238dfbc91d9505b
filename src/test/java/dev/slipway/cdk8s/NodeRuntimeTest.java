package dev.slipway.cdk8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.Cdk8sCli;
import dev.slipway.testing.Cdk8sCli.Ran;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an app says of a machine that cdk8s cannot run on: one message, and nothing after it. */
class NodeRuntimeTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @TempDir Path path;
  @TempDir Path out;

  @Test
  void withoutNodeItSaysWhatToInstall() throws IOException {
    Ran ran = app(Map.of());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.output())
        .isEqualTo(
            """
            slipway: there is no Node.js to run cdk8s on ('node'). Install Node.js 20 or later, or set JSII_NODE to one.
            """);
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void anOldNodeIsNamedWithItsVersion() throws IOException {
    node("v18.20.4");

    Ran ran = app(Map.of());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.output())
        .isEqualTo(
            """
            slipway: 'node' is Node.js v18.20.4, and cdk8s needs 20 or later. Install one, or set JSII_NODE to one.
            """);
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void whatIsChosenIsAskedRatherThanWhatIsOnPath() throws IOException {
    node("v24.0.0");
    String chosen = path.resolve("nowhere").toString();

    Ran ran = app(Map.of("JSII_NODE", chosen));

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.output())
        .startsWith("slipway: there is no Node.js")
        .contains("'" + chosen + "'");
  }

  @Test
  void aProgramThatTellsNoVersionIsRefused() throws IOException {
    node("");

    Ran ran = app(Map.of());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.output()).startsWith("slipway: 'node' is Node.js of no known version");
  }

  @Test
  void aBannerOnStandardErrorIsNotInTheWay() throws IOException {
    Ran ran = app(withBanner("console.error"));

    assertThat(ran.exit()).as(ran.output()).isZero();
    assertThat(ran.output()).contains("good morning");
    assertThat(out.resolve("hyperterse.k8s.yaml")).content().contains("kind: Deployment");
  }

  @Test
  void aBannerWhereAnswersAreAwaitedIsNamed() throws IOException {
    Map<String, String> env = withBanner("console.log");

    Ran ran = app(env);

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.output())
        .isEqualTo(
            """
            slipway: '%s' prints 'good morning' before all else, where cdk8s awaits its answers. \
            Have that printed to standard error, or not at all: it most likely comes from \
            NODE_OPTIONS (%s).
            """
                .formatted(env.get("JSII_NODE"), env.get("NODE_OPTIONS")));
    assertThat(out).isEmptyDirectory();
  }

  /** The machine's own Node.js, which says something each time it starts. */
  private Map<String, String> withBanner(String print) throws IOException {
    Path banner = path.resolve("banner.js");
    Files.writeString(banner, print + "('good morning');\n");
    Path node =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "node"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow();
    return Map.of("JSII_NODE", node.toString(), "NODE_OPTIONS", "--require " + banner);
  }

  /** A program on the app's PATH, which has nothing else, that says it is this version. */
  private void node(String version) throws IOException {
    Path node = path.resolve("node");
    Files.writeString(node, "#!/bin/sh\necho " + version + "\n");
    Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Ran app(Map<String, String> more) throws IOException {
    Map<String, String> env = new HashMap<>(more);
    env.put("PATH", path.toString());
    env.put("CDK8S_OUTDIR", out.toString());
    return Cdk8sCli.run(
        HERE,
        env,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            EnvironmentsApp.class.getName(),
            "environments/hyperterse.yaml"));
  }
}
