package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher is told for the next time. */
class StartCacheTest {
  @TempDir Path temporary;

  @Test
  void whatWritesOrChecksOneSystemNeedsThatAlone() {
    assertThat(uses(Set.of("hypercache"), "synth", "-f", "a.yaml", "-o", "-"))
        .isEqualTo("hypercache");
    assertThat(uses(Set.of("hypercache"), "check", "-f", "a.yaml")).isEqualTo("hypercache");
    assertThat(uses(Set.of(), "synth")).isEqualTo("plain");
  }

  @Test
  void ofFewObjectsItIsSmall() {
    String[] synth = {"synth", "-f", "a.yaml"};

    assertThat(StartCache.uses(synth, Set.of("hypercache"), 15)).isEqualTo("hypercache small");
    assertThat(StartCache.uses(synth, Set.of(), 0)).isEqualTo("plain small");
    assertThat(StartCache.uses(synth, Set.of("a", "b"), 0)).isEqualTo("all");
  }

  @Test
  void whatElseThereIsNeedsAll() {
    assertThat(uses(Set.of("hypercache", "hyperterse"), "synth")).isEqualTo("all");
    assertThat(uses(Set.of(), "check", "chart.yaml")).isEqualTo("all");
    assertThat(uses(Set.of(), "check", "-f", "a.yaml", "chart.yaml")).isEqualTo("all");
    assertThat(uses(Set.of("hypercache"), "diff", "-f", "a.yaml")).isEqualTo("all");
    assertThat(uses(Set.of())).isEqualTo("all");
  }

  @Test
  void whatIsNeededIsWrittenDown() throws IOException {
    Path file = temporary.resolve("runs/synth+-f+shop.yaml");

    StartCache.remember(file.toString(), "", "hypercache");

    assertThat(file).hasContent("hypercache\n");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatIsKnownIsNotWritten() {
    StartCache.remember(temporary.resolve("runs/synth").toString(), "plain", "plain");

    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void whereNothingCanBeWrittenNothingIsSaid() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");

    StartCache.remember(file + "/runs/synth", "", "plain");
    StartCache.remember("no\0name", "", "plain");
    StartCache.remember(null, "", "plain");

    assertThat(file).isEmptyFile();
  }

  private static String uses(Set<String> systems, String... args) {
    return StartCache.uses(args, systems, 16);
  }
}
