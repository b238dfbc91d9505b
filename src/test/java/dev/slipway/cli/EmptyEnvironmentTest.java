package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An environment without applications: enough to check with, and little to write. */
class EmptyEnvironmentTest {
  private static final String WARNING =
      """
      warning Environment 'empty' has no applications, so nothing is rendered.
          Add applications; docs/environment-file.md#environment has an example. To check other \
      manifests with it, use 'slipway check'.
      """;

  @TempDir Path folder;

  @Test
  void isWrittenWithAWarning() throws IOException {
    Files.writeString(
        folder.resolve("empty.yaml"),
        "environment: empty\ncluster: {name: c, kubernetes: '1.34'}\n");

    Command.Outcome outcome =
        Shipped.run(folder, Map.of(), "synth", "-f", "empty.yaml", "-o", "out");

    assertThat(outcome.err()).contains(WARNING);
    assertThat(outcome.code()).isEqualTo(0);
  }

  @Test
  void isCheckedWithoutOne() throws IOException {
    Files.writeString(
        folder.resolve("empty.yaml"),
        "environment: empty\ncluster: {name: c, kubernetes: '1.34'}\n");

    Command.Outcome outcome = Shipped.run(folder, Map.of(), "check", "-f", "empty.yaml");

    assertThat(outcome.err() + outcome.out()).doesNotContain("has no applications");
    assertThat(outcome.code()).isEqualTo(0);
  }
}
