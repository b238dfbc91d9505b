package dev.slipway.catalog;

import static dev.slipway.testing.GeneratedFile.isCurrent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.environment.Environment;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.testing.EnvironmentFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many lines each system took; {@code -Dslipway.update=true} counts them anew. */
class LineCountsTest {
  private static final Path FILE = Path.of("docs/line-counts.md");
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*");
  private static final Path CATALOG = Path.of("src/main/java/dev/slipway/catalog");
  private static final Path ENVIRONMENTS = Path.of("environments");

  /** Copies of what the texts print, less blank lines. */
  private static final Path HYPERTERSE = Path.of("src/test/resources/reference/hyperterse.yaml");

  private static final Path HYPERBYTEDB =
      Path.of("src/test/resources/reference/hyperbytedb-clusters.yaml");

  /**
   * A system, its guide and its folders.
   *
   * @param id its word, with which its environments' names begin
   * @param printed the lines of YAML that its text prints; none where it prints none
   */
  private record Counted(String id, String title, String folder, long printed) {}

  private static final List<Counted> SYSTEMS =
      List.of(
          new Counted("hyperscience", "Hyperscience", "hyperscience", 0),
          new Counted("hypercache", "HyperCache", "hypercache", 0),
          new Counted("hyperterse", "Hyperterse", "hyperterse", yaml(HYPERTERSE)),
          // Pod security 13, probes 14, autoscaler 18, claim 11, strategy 4, two settings 2,
          // network policy 14, patch for TLS 22 and its entry 2: no copy of the page is here.
          new Counted("mllp-server", "MLLP server", "mllp", 100),
          new Counted("hyperbytedb", "HyperbytedbCluster", "hyperbytedb", yaml(HYPERBYTEDB)));

  /** What somebody else's way takes, and what says the same here. */
  private record Compared(String what, List<Path> theirs, String here, List<String> environments) {}

  private static final List<Compared> ALIKE =
      List.of(
          new Compared(
              "the manifests of Hyperterse's page",
              List.of(HYPERTERSE),
              "hyperterse.yaml",
              List.of("hyperterse")),
          new Compared(
              "the four examples of HyperbytedbCluster's page",
              List.of(HYPERBYTEDB),
              "the four files and what they extend",
              List.of(
                  "hyperbytedb-base",
                  "hyperbytedb-single",
                  "hyperbytedb-three-node",
                  "hyperbytedb-ha",
                  "hyperbytedb-tls")),
          new Compared(
              "a chart of HyperCache's six objects, with few settings",
              below("bench/hypercache/chart"),
              "hypercache.yaml",
              List.of("hypercache")),
          new Compared(
              "a kustomize base and the production overlay of the MLLP server",
              below("bench/mllp"),
              "mllp-server-prod.yaml and what it extends",
              List.of("mllp-server-base", "mllp-server-prod")));

  private static final String PAGE =
      """
      # How many lines a system took

      Counted without blank lines and comments; a test holds every number to within a twentieth of what there is.

      | | environment files | lines in them | YAML in its text | with strict defaults | Java in the catalogue |
      |---|---|---|---|---|---|
      %s
      - **Lines in them** is what somebody writes to have all of these environments: the shipped files and their bases, cluster,
        node groups and waivers included.
      - **YAML in its text** is what the reference text itself prints. Of Hyperterse these are whole manifests, and of HyperbytedbCluster
        four whole resources. Of the MLLP server they are parts: of its base and overlays it prints the security contexts, probes,
        autoscaler, claim, network policy and the patch for TLS, and tells of the rest in words. HyperCache's names a chart and shows
        none of it; Hyperscience's has no manifests.
      - **With strict defaults** is what [dist/](../dist) has, accounts, budgets and network policies included, namespaces
        not; the environments that are themselves as given count as they are. It is what Slipway writes, and not what it saves:
        nobody would write that much by hand.
      - **Java in the catalogue** is written once for everybody: what the system is, what is wrong with it, its fields in a file.

      ## Like for like

      | in another way | lines | here | lines |
      |---|---|---|---|
      %s
      The manifests are those of the texts. Neither the chart nor the overlay is: both were written for [the benchmark](../bench), which
      renders the same objects with helm and kustomize, and hold no more than that takes; HyperCache's own chart has many more
      settings. A chart is written once, too, and whoever installs it writes its values only: a line for each `--set` in the
      text. The lines here hold the cluster and its node groups besides, of which the others know nothing, and which are checked against
      what is to run there.

      For HyperbytedbCluster the resource is as long as its environment: what that saves is not lines but the certificates, the checks
      and the placement.
      """;

  @Test
  void thePageHasTheLinesThatThereAre() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (Counted system : SYSTEMS) {
      rows.append(row(system));
    }

    StringBuilder alike = new StringBuilder();
    for (Compared compared : ALIKE) {
      alike.append(row(compared));
    }

    String page = PAGE.formatted(rows, alike);
    String written = Files.readString(FILE);
    if (!isAbout(written, page)) {
      isCurrent(FILE.toString(), page);
    }
  }

  @Test
  void aNumberThatIsATenthOffIsNotTakenForTheSame() {
    assertThat(isAbout("| 1,000 |", "| 1,049 |")).isTrue();
    assertThat(isAbout("| 1,000 |", "| 1,100 |")).isFalse();
    assertThat(isAbout("| 1,000 | x", "| 1,000 | y")).isFalse();
  }

  /** Whether two texts differ in nothing but numbers, and in none of those by much. */
  private static boolean isAbout(String written, String counted) {
    if (!NUMBER.matcher(written).replaceAll("").equals(NUMBER.matcher(counted).replaceAll(""))) {
      return false;
    }
    List<Long> before = numbers(written);
    List<Long> now = numbers(counted);
    return IntStream.range(0, now.size())
        .allMatch(i -> Math.abs(now.get(i) - before.get(i)) * 20 <= now.get(i));
  }

  private static List<Long> numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(number -> Long.valueOf(number.group().replace(",", "")))
        .toList();
  }

  @Test
  void everySystemIsCounted() {
    assertThat(SYSTEMS)
        .extracting(Counted::id)
        .containsExactlyElementsOf(Catalog.systems().stream().map(s -> s.id()).toList());
  }

  private static String row(Counted system) throws IOException {
    List<Path> files = files(ENVIRONMENTS, system.id());
    List<String> names =
        EnvironmentFiles.names().stream().filter(n -> n.startsWith(system.id())).toList();
    long strict = names.stream().mapToLong(n -> rendered(EnvironmentFiles.read(n))).sum();
    return "| [%s](%s.md) | %s | %s | %s | %s | %s |\n"
        .formatted(
            system.title(),
            system.id(),
            files.size(),
            shown(lines(files, "#")),
            system.printed() == 0 ? "–" : shown(system.printed()),
            shown(strict),
            shown(lines(files(CATALOG.resolve(system.folder()), ""), "//", "*", "/*")));
  }

  private static String row(Compared compared) {
    List<Path> here =
        compared.environments().stream().map(n -> ENVIRONMENTS.resolve(n + ".yaml")).toList();
    return "| %s | %s | %s | %s |\n"
        .formatted(
            compared.what(),
            shown(lines(compared.theirs(), "#", "---")),
            compared.here(),
            shown(lines(here, "#")));
  }

  private static long yaml(Path file) {
    return lines(List.of(file), "#", "---");
  }

  private static long rendered(Environment environment) {
    var plan = environment.plan();
    return environment.applications().stream()
        .map(plan::of)
        .mapToLong(own -> YamlWriter.write(own).lines().filter(line -> !line.isBlank()).count())
        .sum();
  }

  private static List<Path> files(Path folder, String begin) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(begin)).toList();
    }
  }

  private static List<Path> below(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(List<Path> files, String... comments) {
    return files.stream()
        .flatMap(LineCountsTest::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty() && Stream.of(comments).noneMatch(line::startsWith))
        .count();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shown(long lines) {
    return String.format(Locale.ROOT, "%,d", lines);
  }
}
