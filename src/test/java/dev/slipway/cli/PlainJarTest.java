package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Command.Outcome;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command where nothing of cdk8s, jsii or Pulumi is on the class path. */
class PlainJarTest {
  /** What the jar brings along; whatever else is there belongs to a door or to the tests. */
  private static final List<String> BROUGHT_ALONG =
      List.of("snakeyaml-engine-", "commons-cli-", "jspecify-");

  @Test
  void everyCommandRunsWithoutTheLibrariesOfTheDoors(@TempDir Path output) {
    String environment = "environments/hyperscience-aws.yaml";

    assertThat(slipway("synth", "-f", environment, "-o", output.toString()).code()).isZero();
    assertThat(slipway("check", "-f", environment).code()).isZero();
    assertThat(slipway("explain", "image-tag").code()).isZero();
    assertThat(slipway("schema").code()).isZero();
  }

  private static Outcome slipway(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                plainClassPath(),
                "dev.slipway.cli.Main"));
    command.addAll(List.of(arguments));
    Outcome outcome = Processes.start(Path.of("").toAbsolutePath(), Map.of(), command).end();
    assertThat(outcome.err()).doesNotContain("NoClassDefFoundError");
    return outcome;
  }

  private static String plainClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                entry.endsWith("classes") && !entry.endsWith("test-classes")
                    || BROUGHT_ALONG.stream()
                        .anyMatch(jar -> Path.of(entry).getFileName().toString().startsWith(jar)))
        .filter(entry -> !entry.contains("cdk8s"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
