package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the MLLP server's page are environments that the command writes. */
class MllpPageExamplesTest {
  private static final List<String> FILES =
      List.of("messages", "messages-prod", "persistent", "tls", "reload", "patient", "renamed");

  @TempDir Path folder;

  @BeforeEach
  void writeExamples() throws IOException {
    List<String> examples = PageExamples.of("docs/mllp-server.md", "yaml");
    assertThat(examples).hasSameSizeAs(FILES);
    for (int i = 0; i < FILES.size(); i++) {
      Files.writeString(folder.resolve(FILES.get(i) + ".yaml"), examples.get(i));
    }
  }

  private String synth(String file) {
    Command.Outcome outcome =
        Shipped.run(folder, Map.of(), "synth", "-f", file + ".yaml", "-o", "-");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome.out();
  }

  @Test
  void everyExampleIsWritten() {
    assertThat(synth("messages")).contains("kind: Deployment", "replicas: 1");
    assertThat(synth("messages-prod"))
        .contains("kind: HorizontalPodAutoscaler")
        .doesNotContain("  replicas:");
    assertThat(synth("tls")).contains("TLS_CERT_FILE", "slipway.dev/secret-revision");
    assertThat(synth("reload")).contains("TLS_CERT_FILE").doesNotContain("secret-revision");
    assertThat(synth("patient")).contains("terminationGracePeriodSeconds: 140");
    assertThat(synth("renamed")).contains("LISTEN_ADDR", "READ_TIMEOUT: 60s");
  }

  @Test
  void theOutboxStandsOnProductionWithoutItsAutoscaler() {
    assertThat(synth("persistent"))
        .contains("storage: 20Gi", "type: Recreate", "replicas: 1")
        .doesNotContain("HorizontalPodAutoscaler", "zone");
  }

  @Test
  void theOutboxUnderTheAutoscalerIsRefusedWithItsPlace() throws IOException {
    Files.writeString(
        folder.resolve("both.yaml"),
        Files.readString(folder.resolve("persistent.yaml")).replace("    replicas: 1\n", ""));

    Command.Outcome outcome = Shipped.run(folder, Map.of(), "synth", "-f", "both.yaml", "-o", "-");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("an autoscaler may start 10 pods", "both.yaml");
  }
}
