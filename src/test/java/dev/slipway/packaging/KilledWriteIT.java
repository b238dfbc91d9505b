package dev.slipway.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.packaging.Installation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output while runs are killed, run beside each other, or find no room: the old or the new one. */
class KilledWriteIT {
  private static final int KILLS = 100;

  /** How many times as long as the run that was measured another may take. */
  private static final int LONGEST = 4;

  private static final Path JDK = Path.of(System.getProperty("java.home"));

  @TempDir Path temporary;
  private Installation installation;
  private Path output;
  private final Map<String, Map<String, String>> wholes = new TreeMap<>();
  private long took;

  @BeforeEach
  void writeBoth() throws IOException {
    installation = Installation.in(temporary);
    Files.copy(
        Path.of("src/test/resources/dev/slipway/packaging/shop.yaml"),
        installation.home().resolve("shop.yaml"));
    output = installation.home().resolve("dist/shop-dev");
    for (String version : List.of("1", "2")) {
      long before = System.nanoTime();
      assertThat(installation.run(JDK, Map.of(), synth(version)).code()).isZero();
      took = System.nanoTime() - before;
      wholes.put(version, content());
    }
    assertThat(wholes.get("1")).isNotEqualTo(wholes.get("2"));
  }

  @Test
  void aRunThatIsKilledLeavesTheOldOutputOrTheNew() throws Exception {
    int changed = 0;
    String now = "2";
    // How long a run takes depends on what else the machine does: longer until some have ended.
    for (int i = 0; i < KILLS || changed == 0 && i < LONGEST * KILLS; i++) {
      String next = now.equals("1") ? "2" : "1";
      Process process =
          installation.start(
              JDK, Map.of(), synth(next), temporary.resolve("out"), temporary.resolve("err"));
      process.waitFor(took * i / KILLS, TimeUnit.NANOSECONDS);
      process.destroyForcibly().waitFor();
      if (!Files.exists(output)) {
        // Killed between the two renames of an exchange: the old one stands beside, whole.
        output = output.resolveSibling(".shop-dev.slipway-old");
        assertThat(content()).isEqualTo(wholes.get(now));
        output = output.resolveSibling("shop-dev");
        assertThat(installation.run(JDK, Map.of(), synth(now)).code()).isZero();
      }
      Map<String, String> found = content();
      assertThat(found).as("killed at point %d", i).isIn(wholes.values());
      if (found.equals(wholes.get(next))) {
        now = next;
        changed++;
      }
    }
    assertThat(changed).as("kills that came too late").isBetween(1, KILLS - 1);
    assertThat(installation.run(JDK, Map.of(), synth("1")).code()).isZero();
    assertThat(content()).isEqualTo(wholes.get("1"));
    try (Stream<Path> files = Files.list(output.getParent())) {
      assertThat(files).as("nothing is left beside it").containsExactly(output);
    }
  }

  @Test
  void twoRunsAtOnceLeaveTheOutputOfOne() throws Exception {
    List<Process> both =
        List.of(
            installation.start(
                JDK, Map.of(), synth("1"), temporary.resolve("o1"), temporary.resolve("e1")),
            installation.start(
                JDK, Map.of(), synth("2"), temporary.resolve("o2"), temporary.resolve("e2")));
    for (Process process : both) {
      assertThat(Installation.end(process)).isZero();
    }
    assertThat(content()).isIn(wholes.values());
  }

  /** A limit on the size of files stops a write half way, as a full disk does. */
  @Test
  void aWriteThatFindsNoRoomLeavesTheOldOutput() throws IOException {
    Outcome outcome =
        installation.run(
            JDK, Map.of(), List.of("sh", "-c", "ulimit -f 1; exec " + quoted(synth("1"))));

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("cannot be written")
        .contains("The earlier output is as it was.");
    assertThat(content()).isEqualTo(wholes.get("2"));
  }

  private List<String> synth(String version) {
    return List.of(
        installation.folder().resolve("bin/slipway").toString(),
        "synth",
        "-f",
        "shop.yaml",
        "--image",
        "registry.example.com/shop=registry.example.com/shop:" + version);
  }

  private static String quoted(List<String> words) {
    return "'" + String.join("' '", words) + "'";
  }

  /** Every file's content but the time stamps', by path. */
  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(output.relativize(file).toString(), Files.readString(file, UTF_8));
      }
    }
    return content;
  }
}
