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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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

  /** Who records goes on in the background, in the folder that is about to be removed. */
  @AfterEach
  void waitForWhoRecords() throws Exception {
    Path folder = installation.home().resolve(".cache/slipway/start");
    await(() -> isQuiet(folder));
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

  @Test
  void theFilesBesideTheJarAreThoseInIt() throws IOException {
    Path lib = installation.folder().resolve("lib");
    Map<String, byte[]> beside = new TreeMap<>();
    try (Stream<Path> files = Files.list(lib.resolve("files"))) {
      for (Path file : files.toList()) {
        beside.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    Map<String, byte[]> within = new TreeMap<>();
    try (ZipFile jar = new ZipFile(lib.resolve("slipway.jar").toFile())) {
      for (ZipEntry entry : jar.stream().filter(PackageIT::isFileOfFacts).toList()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        within.put(name, jar.getInputStream(entry).readAllBytes());
      }
    }
    assertThat(beside).containsOnlyKeys(within.keySet()).isNotEmpty();
    assertThat(beside).allSatisfy((name, bytes) -> assertThat(bytes).isEqualTo(within.get(name)));
  }

  private static boolean isFileOfFacts(ZipEntry entry) {
    return entry.getName().matches("dev/slipway/(check/schema|cluster)/[^/]+(?<!\\.class)");
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
    Path cache = recordedForThis(jdk);
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
    assertThat(recordedForThis(jdk)).as("recorded again").isEqualTo(cache);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("jdks")
  void aCacheOfAnotherJavaIsNotUsed(Path jdk) throws Exception {
    Outcome expected = installation.run(jdk, Map.of(), "synth", "-f", "shop.yaml", "-o", "-");
    assertThat(synth(jdk)).isEqualTo(expected);
    Path cache = recordedForThis(jdk);
    for (Path other : Installation.jdks()) {
      if (other.equals(jdk)) {
        continue;
      }
      Path foreign = recordedBy(other);
      Files.delete(cache);
      Files.copy(foreign, cache);
      // As whole as the launcher can tell: only Java sees whose it is.
      Files.writeString(size(cache), Files.size(cache) + "\n");

      assertThat(synth(jdk)).as("with the cache of %s", other).isEqualTo(expected);
      assertThat(cache).as("of no use, and so removed").doesNotExist();
      Files.copy(foreign, cache);
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("jdks")
  void aRecordingThatIsKilledLeavesNothingThatIsUsed(Path jdk) throws Exception {
    Outcome expected = installation.run(jdk, Map.of(), "synth", "-f", "shop.yaml", "-o", "-");
    for (int millis : List.of(50, 400, 1500)) {
      assertThat(synth(jdk)).isEqualTo(expected);
      Thread.sleep(millis);
      killRecording();

      assertThat(synth(jdk)).as("after %d ms of recording", millis).isEqualTo(expected);
      killRecording();
    }
    assertThat(synth(jdk)).isEqualTo(expected);
    assertThat(recordedForThis(jdk)).as("recorded after all").exists();
    assertThat(synth(jdk)).as("with the cache").isEqualTo(expected);
  }

  @Test
  void noClassOfAShortRunIsMadeOrReadOutsideTheCache() throws Exception {
    for (Path jdk : Installation.jdks()) {
      if (Installation.release(jdk) < 25) {
        continue;
      }
      synth(jdk);
      assertNothingIsReadOutside(recorded(), jdk);
      assertNothingIsReadOutside(recordedForThis(jdk), jdk);
    }
  }

  private void assertNothingIsReadOutside(Path cache, Path jdk) throws IOException {
    Path log = temporary.resolve("classes.log");
    // As the launcher starts it, but that it turns off what Java logs.
    Outcome outcome =
        installation.run(
            jdk,
            Map.of("LC_ALL", "C.UTF-8"),
            List.of(
                jdk.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:SharedArchiveFile=" + cache,
                "-Xlog:class+load:file=" + log,
                "-Xbootclasspath/a:" + jars(),
                "dev.slipway.cli.Main",
                "synth",
                "-f",
                "shop.yaml",
                "-o",
                "-"));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    // The JDK's own events are never in an archive.
    assertThat(
            Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: "))
                .filter(line -> !line.contains(" jdk.internal.event.")))
        .as("from %s", cache.getFileName())
        .hasSizeGreaterThan(1000)
        .allMatch(line -> line.endsWith("source: shared objects file"));
  }

  /** What is known of a command line when it has run once makes the next run smaller. */
  @Test
  void aKnownCommandLineHasACacheOfItsOwn() throws Exception {
    Path jdk = Installation.jdks().get(Installation.jdks().size() - 1);
    if (Installation.release(jdk) < 25) {
      return;
    }
    Outcome expected = synth(jdk);
    Path all = recorded();

    Path own = recordedForThis(jdk);

    assertThat(own).hasFileName(all.getFileName() + ".plain");
    assertThat(Files.size(own)).isLessThan(Files.size(all) * 9 / 10);
    assertThat(synth(jdk)).isEqualTo(expected);
  }

  /** The jars in the order of a shell's pattern, which the cache is bound to. */
  private String jars() throws IOException {
    try (Stream<Path> files = Files.list(installation.folder().resolve("lib"))) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".jar"))
          .sorted()
          .collect(Collectors.joining(":"));
    }
  }

  /** The process that records, and those that it has started, as kill -9 ends them. */
  private void killRecording() throws Exception {
    Path folder = installation.home().resolve(".cache/slipway/start");
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> locks;
    try (Stream<Path> files = Files.list(folder)) {
      locks = files.filter(file -> file.getFileName().toString().endsWith(".lock")).toList();
    }
    for (Path lock : locks) {
      if (Files.isRegularFile(lock.resolve("pid"))) {
        String pid = Files.readString(lock.resolve("pid")).strip();
        Optional<ProcessHandle> recording = ProcessHandle.of(Long.parseLong(pid));
        if (recording.isPresent()) {
          List<ProcessHandle> children = recording.get().descendants().toList();
          recording.get().destroyForcibly();
          children.forEach(ProcessHandle::destroyForcibly);
          // As long as nobody has taken note of its end, a process counts as one that is there.
          recording.get().onExit().get(60, TimeUnit.SECONDS);
        }
      }
    }
  }

  /** What another Java records, in a home of its own. */
  private Path recordedBy(Path jdk) throws Exception {
    Path home =
        Files.createDirectories(temporary.resolve("home with " + Installation.release(jdk)));
    Files.copy(installation.home().resolve("shop.yaml"), home.resolve("shop.yaml"));
    Installation elsewhere = new Installation(installation.folder(), home);
    assertThat(elsewhere.run(jdk, CACHED, "synth", "-f", "shop.yaml", "-o", "-").code()).isZero();
    return recorded(elsewhere);
  }

  private static Path size(Path cache) {
    return cache.resolveSibling(cache.getFileName() + ".size");
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

  /**
   * The cache that {@link #synth} starts from, recorded: one for everything or, from Java 25 on,
   * for this command line.
   */
  private Path recordedForThis(Path jdk) throws Exception {
    Path all = recorded();
    if (Installation.release(jdk) < 25) {
      return all;
    }
    Path own = all.resolveSibling(all.getFileName() + ".plain");
    if (!Files.exists(own)) {
      synth(jdk);
    }
    await(() -> Files.exists(own) && isQuiet(own.getParent()));
    return own;
  }

  /** The cache of everything, when it has been recorded and whoever did it has gone. */
  private Path recorded() throws Exception {
    return recorded(installation);
  }

  private static Path recorded(Installation where) throws Exception {
    Path folder = where.home().resolve(".cache/slipway/start");
    await(() -> isQuiet(folder) && !caches(folder).isEmpty());
    List<Path> recorded = caches(folder);
    assertThat(recorded).hasSize(1);
    assertThat(recorded.get(0).getFileName().toString()).doesNotEndWith(".failed");
    return recorded.get(0);
  }

  /** The caches of everything in a folder. */
  private static List<Path> caches(Path folder) throws IOException {
    return files(folder).filter(file -> !file.toString().matches(".*[.](size|plain)")).toList();
  }

  /** Whether nobody is recording. */
  private static boolean isQuiet(Path folder) throws IOException {
    return files(folder).noneMatch(file -> file.toString().endsWith(".lock"));
  }

  private static Stream<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    }
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    for (long waited = 0; waited < RECORDED_SECONDS * 10; waited++) {
      if (condition.call()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("No cache has been recorded.");
  }
}
