package dev.slipway.cli;

import static dev.slipway.testing.GeneratedFile.isCurrent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.output.DiskFiles;
import dev.slipway.files.DiskInputs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages show is what the command does. */
class DocsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  @TempDir Path folder;

  private record Ran(int exit, String out, String err) {}

  private Ran run(Path directory, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    World world =
        new World(
            new ByteArrayInputStream(new byte[0]),
            out,
            err,
            directory,
            Map.of(),
            () -> DAY,
            new DiskFiles(),
            new CatalogEnvironments(new DiskInputs(directory, Map.of())));
    int exit = Main.run(args, world);
    return new Ran(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static List<String> blocks(String page, String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of(page)));
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  @Test
  void theReadmeShowsTheRealOutputOfItsCommand() throws IOException {
    Files.createDirectory(folder.resolve("environments"));
    Files.copy(
        Path.of("environments/hyperscience-aws.yaml"),
        folder.resolve("environments/hyperscience-aws.yaml"));

    Ran ran = run(folder, "synth", "-f", "environments/hyperscience-aws.yaml", "-o", "manifests");

    assertThat(ran.exit()).as(ran.err()).isZero();
    String shown = blocks("README.md", "text").get(0);
    String page = Files.readString(Path.of("README.md"));
    isCurrent("README.md", page.replace(shown, ran.out().replace(folder + "/", "")));
  }

  @Test
  void thePageOfPlacementShowsTheRealOutputOfItsExample() throws IOException {
    String page = Files.readString(Path.of("docs/placement.md"));
    Files.writeString(folder.resolve("shop.yaml"), blocks("docs/placement.md", "yaml").get(0));

    Ran ran = run(folder, "place", "-f", "shop.yaml");

    assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
    String shown = "```text\n" + blocks("docs/placement.md", "text").get(0) + "```";
    isCurrent("docs/placement.md", page.replace(shown, "```text\n" + ran.out() + "```"));
  }

  /** Each command as it stands in the page, in one folder, one after the other. */
  @Test
  void whatIsShownOfAdoptingChecksIsWhatComesOfIt() throws IOException {
    Files.createDirectory(folder.resolve("manifests"));
    String page = Files.readString(Path.of("docs/checks.md"));
    for (String yaml : blocks("docs/checks.md", "yaml")) {
      if (yaml.startsWith("# manifests/shop.yaml\n")) {
        Files.writeString(folder.resolve("manifests/shop.yaml"), yaml);
      }
    }
    String shown = page;
    for (String session : blocks("docs/checks.md", "console")) {
      StringBuilder real = new StringBuilder();
      for (String command :
          session.lines().filter(line -> line.startsWith("$ slipway ")).toList()) {
        Ran ran = run(folder, command.substring("$ slipway ".length()).split(" "));
        assertThat(ran.err()).isEmpty();
        real.append(command).append('\n').append(ran.out());
      }
      shown = shown.replace("```console\n" + session, "```console\n" + real);
    }
    for (String yaml : blocks("docs/checks.md", "yaml")) {
      if (yaml.startsWith("# baseline.yaml\n")) {
        String written = Files.readString(folder.resolve("baseline.yaml"));
        shown = shown.replace("```yaml\n" + yaml, "```yaml\n# baseline.yaml\n" + written);
      }
    }

    isCurrent("docs/checks.md", shown);
  }

  @Test
  void theFirstEnvironmentOfGettingStartedIsWritten() throws IOException {
    Files.writeString(
        folder.resolve("shop.yaml"), blocks("docs/getting-started.md", "yaml").get(0));

    Ran ran = run(folder, "synth", "-f", "shop.yaml", "-o", "manifests");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(folder.resolve("manifests/shop-dev/kustomization.yaml")).exists();
  }

  @Test
  void theChangeOfGettingStartedIsShownAsItIs() throws IOException {
    Files.writeString(
        folder.resolve("shop.yaml"), blocks("docs/getting-started.md", "yaml").get(0));
    run(folder, "synth", "-f", "shop.yaml", "-o", "manifests");

    Ran ran =
        run(
            folder,
            "diff",
            "-f",
            "shop.yaml",
            "-o",
            "manifests",
            "--image",
            "shop=registry.example.com/shop:1.5.0");

    assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
    assertThat(blocks("docs/getting-started.md", "diff"))
        .containsExactly(ran.out().replace(folder + "/", ""));
  }

  @Test
  void theImagesOfGettingStartedAreListedAsShown() throws IOException {
    Files.writeString(
        folder.resolve("shop.yaml"), blocks("docs/getting-started.md", "yaml").get(0));

    Ran ran = run(folder, "images", "-f", "shop.yaml", "--to", "registry.example.com/mirror");

    assertThat(blocks("docs/getting-started.md", "console")).containsExactly(ran.out());
  }

  @Test
  void theBrokenEnvironmentOfGettingStartedIsRefusedAsShown() throws IOException {
    Files.writeString(
        folder.resolve("broken.yaml"), blocks("docs/getting-started.md", "yaml").get(1));

    Ran ran = run(folder, "synth", "-f", "broken.yaml", "-o", "manifests");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(blocks("docs/getting-started.md", "text")).containsExactly(ran.err());
    assertThat(folder.resolve("manifests")).doesNotExist();
  }

  @Test
  void theLayersOfGettingStartedAreLaidOnOneAnother() throws IOException {
    List<String> files = blocks("docs/getting-started.md", "yaml");
    Files.writeString(folder.resolve("base.yaml"), files.get(2));
    Files.writeString(folder.resolve("prod.yaml"), files.get(3));

    Ran ran = run(folder, "synth", "-f", "prod.yaml", "-o", "-");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("replicas: 3", "image: registry.example.com/shop:1.4.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/hypercache.md", "docs/hyperterse.md"})
  void everyExampleOfASystemsPageIsWritten(String page) throws IOException {
    List<String> examples = blocks(page, "yaml");

    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      Path file = folder.resolve("example.yaml");
      Files.writeString(file, example.startsWith("- ") ? inAnEnvironment(example) : example);

      Ran ran = run(folder, "synth", "-f", "example.yaml", "-o", "-");

      assertThat(ran.exit()).as(example + ran.err()).isZero();
    }
  }

  /** An application that a page shows alone, on a cluster that has what it may need. */
  private static String inAnEnvironment(String application) {
    return """
    environment: example
    cluster:
      name: prod
      kubernetes: "1.34"
      installed: [external-secrets]
      nodeGroups: [{name: general, machine: {cpu: 4, memory: 16Gi}, nodes: 3}]
    applications:
    """
        + application.indent(2);
  }
}
