package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Command.Outcome;
import dev.slipway.cli.Processes.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, built from the sources by its first use. */
class SlipwayProcessTest {
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>slipway</artifactId>\\s*<version>([^<]+)</version>");

  @TempDir static Path temporary;
  private static Path home;
  private static final List<Outcome> FIRST_USES = new ArrayList<>();

  @BeforeAll
  static void useItTwiceAtOnce() throws IOException {
    home = Files.createDirectories(temporary.resolve("a folder"));
    Files.copy(Path.of("slipway"), home.resolve("slipway"));
    copy(Path.of("tools/command"), home.resolve("tools/command"));
    // Or Maven would take the settings of a folder further up.
    Files.createDirectories(home.resolve("tools/.mvn"));
    copy(Path.of("src/main"), home.resolve("src/main"));
    List<Running> both =
        Stream.of(1, 2)
            .map(i -> Processes.start(temporary, env(), List.of(home + "/slipway", "--version")))
            .toList();
    both.forEach(running -> FIRST_USES.add(running.end()));
  }

  @Test
  void twoFirstUsesAtOnceBuildItOnceAndBothRun() throws IOException {
    Matcher version = VERSION.matcher(Files.readString(Path.of("pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(FIRST_USES)
        .allSatisfy(
            use -> {
              assertThat(use.code()).as(use.err()).isZero();
              assertThat(use.out()).isEqualTo("slipway " + version.group(1) + "\n");
            });
    assertThat(FIRST_USES)
        .extracting(Outcome::err)
        .filteredOn(said -> said.startsWith("slipway: first use: "))
        .hasSize(1);
  }

  @Test
  void itsBuildLeavesNothingButWhatItNeeds() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("target/command"))) {
      assertThat(files.map(file -> file.getFileName().toString().replaceAll("-[0-9.]+jar", "")))
          .containsExactlyInAnyOrder(
              "slipway.jar",
              "slipway.id",
              "commons-cli",
              "snakeyaml-engine",
              "re2j",
              "jspecify",
              "libraries",
              "files");
    }
  }

  @Test
  void itsBuildPutsTheFilesOfFactsBesideTheJar() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("target/command/files"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "kubernetes.txt",
              "hyperbytedbclusters.json",
              "aws-machines.txt",
              "azure-machines.txt",
              "gcp-machines.txt");
    }
  }

  @Test
  void aLaterUseSaysNothingOfItself() {
    Outcome help = run(env(), "--help");

    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).startsWith("Slipway renders applications").doesNotContain("\u001b");
  }

  @Test
  void exitCodesReachTheShell() {
    assertThat(run(env(), "sinth").code()).isEqualTo(2);
    assertThat(run(env(), "synth").err()).startsWith("There is no folder 'environments' here.\n");
  }

  @Test
  void nothingButFindIsNeededLater() throws IOException {
    Path bin = Files.createDirectories(temporary.resolve("bin"));
    Path find =
        Stream.of(System.getenv("PATH").split(":"))
            .map(folder -> Path.of(folder, "find"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow();
    Files.copy(find, bin.resolve("find"), StandardCopyOption.COPY_ATTRIBUTES);
    Map<String, String> env = env();
    env.put("PATH", bin.toString());

    assertThat(run(env, "--version")).isEqualTo(new Outcome(0, FIRST_USES.get(0).out(), ""));
  }

  @Test
  void namesThatAreNotAsciiAreUnderstoodWithoutALocale() {
    Map<String, String> env = env();
    env.put("LC_ALL", "C");

    assertThat(run(env, "synth", "Größe.yaml").err())
        .startsWith("slipway: 'synth' takes no 'Größe.yaml'.\n");
  }

  @Test
  void aStandardOutputThatIsFullIsTold() {
    Outcome outcome =
        Processes.run(
            temporary, env(), List.of("sh", "-c", "exec '" + home + "/slipway' --help >/dev/full"));

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo("slipway: standard output takes no more: No space left on device.\n");
  }

  @Test
  void whatStandsOnAPipeIsRead() {
    Outcome outcome =
        Processes.run(
            temporary,
            env(),
            List.of("sh", "-c", "echo 'kind: Pod' | '" + home + "/slipway' check -"));

    assertThat(outcome.err()).startsWith("-:1:1: Pod: There is no apiVersion.\n");
    assertThat(outcome.code()).isEqualTo(2);
  }

  private static Outcome run(Map<String, String> env, String... args) {
    List<String> command = new ArrayList<>(List.of(home + "/slipway"));
    command.addAll(Arrays.asList(args));
    return Processes.run(temporary, env, command);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static Map<String, String> env() {
    Map<String, String> env = new HashMap<>();
    env.put("JAVA_HOME", System.getProperty("java.home"));
    env.put("SLIPWAY_JAVA_OPTS", "");
    env.put("SLIPWAY_DEBUG", "");
    env.put("SLIPWAY_START_CACHE", "off");
    return env;
  }
}
