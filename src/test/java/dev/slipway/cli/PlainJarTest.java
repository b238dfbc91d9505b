package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Command.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The command as those have it who have neither door: its three libraries and no cdk8s or Pulumi.
 */
class PlainJarTest {
  /**
   * A use of a verb.
   *
   * @param line what is typed, where OUT is a folder of the test's own
   * @param code how it ends
   * @param says what it says when it has done its work
   * @param makes a file that it writes below OUT, or nothing
   */
  private record Use(String verb, String line, int code, String says, String makes) {
    @Override
    public String toString() {
      return verb + " " + line;
    }
  }

  private static final String AWS = "-f environments/hyperscience-aws.yaml";

  private static final List<Use> USES =
      List.of(
          new Use("synth", AWS + " -o OUT", 0, "20 objects", "hyperscience-aws/kustomization.yaml"),
          new Use("check", AWS, 0, "waived placement-node-drained", ""),
          new Use("check", "src/test/resources/reference/mllp-base.yaml", 1, "blocking-budget", ""),
          new Use(
              "check",
              "--format sarif src/test/resources/reference/hyperterse.yaml",
              1,
              "\"ruleId\": \"image-tag\"",
              ""),
          new Use("place", AWS, 0, "trainer-0", ""),
          new Use(
              "post-render", "-f src/test/resources/charts/shop.env.yaml", 0, "pool: general", ""),
          new Use("diff", AWS + " -o OUT", 1, "Deployment hyperscience/hyperscience-platform", ""),
          new Use("images", AWS, 0, "dkr.ecr.eu-west-1.amazonaws.com/hyperscience/forms:", ""),
          new Use("explain", "image-tag", 0, "Every image has a tag other than latest", ""),
          new Use("schema", "", 0, "\"$schema\"", ""),
          new Use(
              "init",
              "--system mllp-server OUT/shop",
              0,
              "shop",
              "shop/environments/mllp-server-prod.yaml"),
          new Use("completion", "bash", 0, "complete -", ""));

  /** What a chart renders, for post-render to read. */
  private static final String CHART =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop-web
      spec:
        replicas: 2
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
              - name: web
                image: registry.example.com/shop/web:3.8.1
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
      """;

  private static final Pattern LIBRARIES = Pattern.compile("snakeyaml-engine-|commons-cli-|re2j-");

  /** Where classes of the doors' libraries are, as the JVM names what it loads. */
  private static final Pattern DOORS =
      Pattern.compile(
          "(software\\.amazon\\.jsii|software\\.constructs|org\\.cdk8s|com\\.pulumi)\\.");

  @TempDir private Path folder;

  @Test
  void everyVerbIsUsed() {
    assertThat(USES.stream().map(Use::verb).distinct()).containsExactlyElementsOf(Verbs.names());
  }

  @ParameterizedTest
  @FieldSource("USES")
  void everyVerbDoesItsWorkWithoutADoorsLibraries(Use use) throws IOException {
    Outcome outcome = run(use, entry -> LIBRARIES.matcher(entry).find(), List.of());

    assertThat(outcome.err()).doesNotContain("NoClassDefFoundError", "ClassNotFoundException");
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(use.code());
    assertThat(outcome.out() + outcome.err()).contains(use.says());
    if (!use.makes().isEmpty()) {
      assertThat(folder.resolve("out").resolve(use.makes())).isRegularFile();
    }
  }

  @ParameterizedTest
  @FieldSource("USES")
  void withThemThereItLoadsNoneOfTheirClasses(Use use) throws IOException {
    Outcome outcome = run(use, entry -> true, List.of("-verbose:class"));

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(use.code());
    assertThat(outcome.out()).contains(" dev.slipway.cli.Main ");
    assertThat(outcome.out().lines().filter(line -> DOORS.matcher(line).find())).isEmpty();
  }

  /** Runs a verb from the compiled classes and those libraries. */
  private Outcome run(Use use, Predicate<String> library, List<String> flags) throws IOException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith("classes") || library.test(entry))
            .filter(entry -> !entry.contains("test-classes") && !entry.contains("cdk8s-plus-28"))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, "dev.slipway.cli.Main", use.verb()));
    if (!use.line().isEmpty()) {
      String line = use.line().replace("OUT", folder.resolve("out").toString());
      command.addAll(List.of(line.split(" ")));
    }
    Path input = Files.writeString(folder.resolve("chart.yaml"), CHART);
    return Processes.run(Path.of("").toAbsolutePath(), Map.of(), command, input);
  }
}
