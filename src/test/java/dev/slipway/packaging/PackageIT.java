package dev.slipway.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.packaging.Installation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The zip and the tar.gz, where there is no source tree and no Maven. */
class PackageIT {
  private static final Map<String, String> CACHED = Map.of("SLIPWAY_START_CACHE", "on");
  private static final long RECORDED_SECONDS = 300;

  @TempDir Path temporary;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    installation = Installation.in(temporary);
    Files.copy(
        Path.of("src/test/resources/dev/slipway/packaging/shop.yaml"),
        installation.home().resolve("shop.yaml"));
  }

  static List<Path> jdks() throws IOException {
    return Installation.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void itRunsWithNothingButAJava(Path jdk) {
    Outcome outcome = installation.run(jdk, Map.of(), "synth", "-f", "shop.yaml", "-o", "-");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).startsWith("apiVersion: ").contains("\nkind: Deployment\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void itsJarRunsByItself(Path jdk) {
    Outcome outcome =
        installation.run(
            jdk,
            Map.of(),
            List.of(
                jdk.resolve("bin/java").toString(),
                "-jar",
                installation.folder().resolve("lib/slipway.jar").toString(),
                "synth",
                "-f",
                "shop.yaml",
                "-o",
                "-"));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("\nkind: Deployment\n");
  }

  @Test
  void theZipHoldsWhatTheTarHolds() throws IOException {
    Set<String> zipped;
    try (ZipFile zip = new ZipFile(Installation.built(".zip").toFile())) {
      zipped =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .map(entry -> entry.getName().substring(entry.getName().indexOf('/') + 1))
              .collect(Collectors.toCollection(TreeSet::new));
    }
    try (Stream<Path> files = Files.walk(installation.folder())) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> installation.folder().relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(zipped)
          .contains("bin/slipway", "bin/slipway.cmd", "lib/slipway.jar", "LICENSE", "README.md");
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void itsCacheSurvivesWhatBefallsIt(Path jdk) throws Exception {
    Outcome expected = installation.run(jdk, Map.of(), "synth", "-f", "shop.yaml", "-o", "-");
    Path out = temporary.resolve("first.out");
    Process first = start(jdk, out);
    Process second = start(jdk, temporary.resolve("second.out"));
    assertThat(Installation.end(first)).isZero();
    assertThat(Installation.end(second)).isZero();
    assertThat(out).hasContent(expected.out());
    Path cache = recorded();
    byte[] good = Files.readAllBytes(cache);
    assertThat(synth(jdk)).as("with the cache").isEqualTo(expected);
    assertThat(cache).as("used, and so kept").exists();

    for (byte[] bad :
        List.of(
            new byte[0],
            Arrays.copyOf(good, 4000),
            Arrays.copyOf(good, good.length / 2),
            "of another Java altogether".getBytes(UTF_8))) {
      Files.delete(cache);
      Files.write(cache, bad);

      assertThat(synth(jdk)).as("%d of %d bytes", bad.length, good.length).isEqualTo(expected);
      assertThat(cache).as("of no use, and so removed").doesNotExist();
      Files.write(cache, good);
    }
    Files.delete(cache);
    assertThat(synth(jdk)).isEqualTo(expected);
    assertThat(recorded()).as("recorded again").isEqualTo(cache);
  }

  private Process start(Path jdk, Path out) throws IOException {
    return installation.start(
        jdk,
        CACHED,
        List.of(
            installation.folder().resolve("bin/slipway").toString(),
            "synth",
            "-f",
            "shop.yaml",
            "-o",
            "-"),
        out,
        temporary.resolve("first.err"));
  }

  private Outcome synth(Path jdk) {
    return installation.run(jdk, CACHED, "synth", "-f", "shop.yaml", "-o", "-");
  }

  /** The cache, when it has been recorded and whoever did it has gone. */
  private Path recorded() throws Exception {
    Path folder = installation.home().resolve(".cache/slipway/start");
    for (long waited = 0; waited < RECORDED_SECONDS * 10; waited++) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          List<Path> all =
              files.filter(file -> !file.getFileName().toString().endsWith(".size")).toList();
          if (all.size() == 1 && Files.isRegularFile(all.get(0))) {
            assertThat(all.get(0).getFileName().toString()).doesNotEndWith(".failed");
            return all.get(0);
          }
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("No cache has been recorded.");
  }
}
