package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Command.Outcome;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command as those have it who have neither door: two libraries and no cdk8s or Pulumi. */
class PlainJarTest {
  /** A use of each verb that ends well and writes nothing; any other verb is asked for its help. */
  private static final Map<String, List<String>> USES =
      Map.of(
          "synth", List.of("-f", "environments/hyperterse.yaml", "-o", "-"),
          "check", List.of("-f", "environments/hyperterse.yaml"),
          "place", List.of("-f", "environments/hyperterse.yaml"),
          "diff", List.of("-f", "environments/hyperterse.yaml"),
          "images", List.of("-f", "environments/hyperterse.yaml"),
          "explain", List.of("image-tag"),
          "schema", List.of(),
          "completion", List.of("bash"));

  private static final Pattern LIBRARIES = Pattern.compile("snakeyaml-engine-|commons-cli-");

  /** Where classes of the doors' libraries are, as the JVM names what it loads. */
  private static final Pattern DOORS =
      Pattern.compile(
          "(software\\.amazon\\.jsii|software\\.constructs|org\\.cdk8s|com\\.pulumi)\\.");

  static Stream<String> verbs() {
    return Verbs.ALL.stream().map(Verbs.Summary::name);
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerbRunsWithoutADoorsLibraries(String verb) {
    List<String> command = java(entry -> LIBRARIES.matcher(entry).find(), List.of(), verb);

    Outcome outcome = Processes.run(Path.of("").toAbsolutePath(), Map.of(), command);

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).doesNotContain("NoClassDefFoundError", "ClassNotFoundException");
  }

  @Test
  void withThemThereItLoadsNoneOfTheirClasses() {
    List<String> command = java(entry -> true, List.of("-verbose:class"), "synth");

    Outcome outcome = Processes.run(Path.of("").toAbsolutePath(), Map.of(), command);

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains(" dev.slipway.cli.Main ");
    assertThat(outcome.out().lines().filter(line -> DOORS.matcher(line).find())).isEmpty();
  }

  /** The JVM that runs a verb from the compiled classes and those libraries. */
  private static List<String> java(Predicate<String> library, List<String> flags, String verb) {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith("classes") || library.test(entry))
            .filter(entry -> !entry.contains("test-classes") && !entry.contains("cdk8s-plus-28"))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, "dev.slipway.cli.Main", verb));
    command.addAll(USES.getOrDefault(verb, List.of("--help")));
    return command;
  }
}
