package dev.slipway.cli;

import static dev.slipway.testing.GeneratedFile.isCurrent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.slipway.catalog.Catalog;
import dev.slipway.cli.Command.Outcome;
import dev.slipway.notation.SystemNotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InitTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/dev/slipway/cli/init");

  @TempDir Path directory;

  private Outcome run(String... args) {
    return Shipped.run(directory, Map.of(), args);
  }

  private Outcome runIn(String folder, String... args) {
    return Shipped.run(directory.resolve(folder), Map.of(), args);
  }

  static Stream<String> systems() {
    return Catalog.systems().stream().map(SystemNotation::id);
  }

  @Test
  void aProjectHasAPomEnvironmentsAProgramATestAndWhatTheDoorsRead() {
    Outcome outcome = run("init", "shop");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0,
                """
                shop
                  environments/base.yaml
                  environments/dev.yaml
                  environments/prod.yaml
                  README.md
                  .gitignore
                  pom.xml
                  cdk8s.yaml
                  package.json
                  Pulumi.yaml
                  src/main/java/com/example/Main.java
                  src/test/java/com/example/EnvironmentsTest.java
                  schema/slipway.schema.json
                Change environments/ to what you have; README.md tells what can be done with them.
                """,
                ""));
    assertThat(Shipped.files(directory.resolve("shop"))).hasSize(12);
  }

  @Test
  void itsEnvironmentsAreWrittenWithoutAnErrorThatIsNotWaived() {
    run("init", "shop");

    Outcome outcome = runIn("shop", "synth");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(directory.resolve("shop/dist/shop-dev/kustomization.yaml")).exists();
    assertThat(directory.resolve("shop/dist/shop-prod/kustomization.yaml")).exists();
  }

  @Test
  void noPlaceForAValueIsLeftInAnyFile() {
    run("init", "shop");
    run("init", "--system", "mllp-server", "interfaces");

    Shipped.files(directory)
        .forEach(
            (file, content) ->
                assertThat(new String(content, UTF_8))
                    .as(file)
                    .doesNotContain("@name@", "@stack@"));
  }

  @ParameterizedTest
  @CsvSource({
    "My Shop,my-shop",
    "2nd.try_,nd-try",
    "_,app",
    "a123456789b123456789c123456789d123456789e,a123456789b123456789c123456789d123456789"
  })
  void namesOfObjectsComeFromTheFoldersName(String folder, String name) throws IOException {
    run("init", folder);

    assertThat(directory.resolve(folder).resolve("environments/dev.yaml"))
        .content()
        .contains("environment: " + name + "-dev\n");
    assertThat(runIn(folder, "synth").code()).isZero();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void aSystemsProjectWritesWhatThatSystemsEnvironmentsWriteHere(String system) throws IOException {
    assertThat(run("init", "--system", system, "project").code()).isZero();

    Outcome outcome = runIn("project", "synth", "--today", "2026-01-01");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    Map<String, byte[]> written = Shipped.files(directory.resolve("project/dist"));
    assertThat(written).isNotEmpty();
    Map<String, byte[]> here = Shipped.files(Path.of("dist"));
    written.forEach((file, content) -> assertThat(here.get(file)).as(file).isEqualTo(content));
  }

  @Test
  void aFileThatIsThereIsNeverReplacedAndThenNothingIsWritten() throws IOException {
    Files.createDirectories(directory.resolve("shop/environments"));
    Files.writeString(directory.resolve("shop/pom.xml"), "mine");

    Outcome outcome = run("init", "shop");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().replace(directory + "/", ""))
        .isEqualTo(
            """
            'shop/pom.xml' is there already.
                Move it away, or name another folder.

            1 problem; nothing was written.
            """);
    assertThat(Shipped.files(directory)).containsOnlyKeys("shop/pom.xml");
  }

  @Test
  void aFolderWithOtherFilesInItIsTaken() throws IOException {
    Files.createDirectories(directory.resolve("shop/.git"));
    Files.writeString(directory.resolve("shop/LICENSE"), "mine");

    assertThat(runIn("shop", "init", ".").code()).isZero();
    assertThat(directory.resolve("shop/LICENSE")).hasContent("mine");
    assertThat(directory.resolve("shop/pom.xml")).content().contains("<artifactId>shop<");
  }

  @Test
  void aSystemThatThereIsNotIsRefusedWithTheNearest() {
    assertThat(run("init", "--system", "mllp", "x").err())
        .startsWith("slipway: There is no system 'mllp'.\n");
    assertThat(run("init", "--system", "hypercash", "x").err())
        .startsWith("slipway: There is no system 'hypercash'.\n    Did you mean 'hypercache'?\n");
    assertThat(directory.resolve("x")).doesNotExist();
  }

  @Test
  void oneFolderIsTaken() {
    assertThat(run("init").err()).startsWith("slipway: 'init' takes one folder.\n");
    assertThat(run("init", "a", "b").err()).startsWith("slipway: 'init' takes one folder.\n");
  }

  /** So that nobody has to remember the templates where a version moves. */
  @Test
  void itsVersionsAreThoseThatSlipwayIsBuiltWith() throws IOException {
    String own = Files.readString(Path.of("pom.xml"));
    String project = Files.readString(TEMPLATES.resolve("project/pom.xml.template"));

    for (String property : List.of("junit.version", "slf4j.version")) {
      assertThat(first("<" + property + ">(.*?)<", project))
          .as(property)
          .isEqualTo(first("<" + property + ">(.*?)<", own));
    }
    assertThat(first("<slipway.version>(.*?)<", project))
        .isEqualTo(first("<artifactId>slipway</artifactId>\\s*<version>(.*?)<", own));
    Matcher plugins =
        Pattern.compile("<artifactId>([a-z-]+-plugin)</artifactId>\\s*<version>(.*?)<")
            .matcher(project);
    int seen = 0;
    while (plugins.find()) {
      String used =
          first("<artifactId>" + plugins.group(1) + "</artifactId>\\s*<version>(.*?)<", own);
      assertThat(plugins.group(2))
          .as(plugins.group(1))
          .isEqualTo(
              used.equals("${surefire.version}") ? first("<surefire.version>(.*?)<", own) : used);
      seen++;
    }
    assertThat(seen).isEqualTo(5);
    assertThat(
            first(
                "\"cdk8s-cli\": \"(.*?)\"",
                Files.readString(TEMPLATES.resolve("project/package.json"))))
        .isEqualTo(first("\"cdk8s-cli\": \"(.*?)\"", Files.readString(Path.of("package.json"))));
  }

  /** The shipped environments are what a system's project begins with; the jar has copies. */
  @Test
  void theSystemsEnvironmentsAreCopiesOfTheShippedOnes() throws IOException {
    StringBuilder list = new StringBuilder();
    List<Executable> copies = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("environments"))) {
      for (Path file : files.sorted().toList()) {
        Optional<String> system = system(file);
        assertThat(system).as(file.toString()).isPresent();
        String content = Files.readString(file);
        String copy = TEMPLATES.resolve("systems").resolve(file.getFileName()).toString();
        copies.add(() -> isCurrent(copy, content));
        list.append(system.get()).append(' ').append(file.getFileName());
        list.append(
            find("(?m)^environment: (\\S+)$", content).map(name -> " " + name + "\n").orElse("\n"));
      }
    }
    copies.add(() -> isCurrent(TEMPLATES.resolve("systems/LIST").toString(), list.toString()));
    assertAll(copies);
  }

  /** The system of a file's applications, of a file below it, or of one that extends it. */
  private static Optional<String> system(Path file) throws IOException {
    for (Optional<Path> at = Optional.of(file); at.isPresent(); at = base(at.get())) {
      Optional<String> system = ownSystem(at.get());
      if (system.isPresent()) {
        return system;
      }
    }
    try (Stream<Path> files = Files.list(file.getParent())) {
      for (Path other : files.sorted().toList()) {
        if (base(other).equals(Optional.of(file))) {
          return ownSystem(other);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ownSystem(Path file) throws IOException {
    return find("(?m)^ +(?:- )?system: (\\S+)$", Files.readString(file));
  }

  private static Optional<Path> base(Path file) throws IOException {
    return find("(?m)^extends: (\\S+)$", Files.readString(file)).map(file::resolveSibling);
  }

  private static Optional<String> find(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String first(String pattern, String text) {
    return find(pattern, text).orElseThrow(() -> new AssertionError(pattern + " is not there"));
  }
}
