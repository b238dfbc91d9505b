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
import java.util.ArrayList;
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

  /**
   * A system, its guide and its folders.
   *
   * @param id its word, with which its environments' names begin
   */
  private record Counted(String id, String title, String folder) {}

  private static final List<Counted> SYSTEMS =
      List.of(
          new Counted("hyperscience", "Hyperscience", "hyperscience"),
          new Counted("hypercache", "HyperCache", "hypercache"),
          new Counted("hyperterse", "Hyperterse", "hyperterse"),
          new Counted("mllp-server", "MLLP server", "mllp"),
          new Counted("hyperbytedb", "HyperbytedbCluster", "hyperbytedb"));

  private static final String PAGE =
      """
      # How many lines a system took

      Counted without blank lines and comments; a test holds every number to within a twentieth of what there is.

      | | environment files | lines in them | the same manifests as given | with strict defaults | Java in the catalogue |
      |---|---|---|---|---|---|
      %s
      - **Lines in them** is what somebody writes to have all of these environments: the shipped files and their bases, cluster,
        node groups and waivers included.
      - **The same manifests as given** is what they replace: what the text's manifests, its kustomize overlays or the chart come
        to for the same settings. `defaults: as-given` renders exactly those; tests hold that against expectations written by hand
        from the texts. Hyperscience's text has no manifests.
      - **With strict defaults** is what [dist/](../dist) has instead, accounts, budgets and network policies included, namespaces
        not; the environments that are themselves as given count as they are.
      - **Java in the catalogue** is written once for everybody: what the system is, what is wrong with it, its fields in a file.

      A chart or an overlay holds templates, conditions and values for what is one column here, and checks none of it. For
      HyperbytedbCluster the resource is as long as its environment: what that saves is not lines but the certificates, the checks
      and the placement.
      """;

  @Test
  void thePageHasTheLinesThatThereAre() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (Counted system : SYSTEMS) {
      rows.append(row(system));
    }

    String page = PAGE.formatted(rows);
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
    String given =
        system.id().equals("hyperscience")
            ? "–"
            : shown(names.stream().mapToLong(n -> rendered(asGiven(n))).sum());
    return "| [%s](%s.md) | %s | %s | %s | %s | %s |\n"
        .formatted(
            system.title(),
            system.id(),
            files.size(),
            shown(lines(files, "#")),
            given,
            shown(strict),
            shown(lines(files(CATALOG.resolve(system.folder()), ""), "//", "*", "/*")));
  }

  private static Environment asGiven(String name) {
    List<String> applications = new ArrayList<>();
    EnvironmentFiles.read(name)
        .applications()
        .forEach(a -> applications.add("{name: " + a.name() + ", defaults: as-given}"));
    return EnvironmentFiles.beside(
        "extends: %s.yaml\nenvironment: given\napplications: %s\n".formatted(name, applications));
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
