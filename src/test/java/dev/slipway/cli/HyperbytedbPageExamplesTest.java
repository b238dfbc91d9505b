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

/** The examples of the HyperbytedbCluster's page are environments that the command writes. */
class HyperbytedbPageExamplesTest {
  private static final List<String> FILES = List.of("metrics", "placed", "bucket", "tls");

  @TempDir Path folder;

  @BeforeEach
  void writeExamples() throws IOException {
    List<String> examples = PageExamples.of("docs/hyperbytedb.md", "yaml");
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
    assertThat(synth("metrics")).contains("kind: HyperbytedbCluster", "size: 50Gi");
    assertThat(synth("placed")).contains("nodeSelectorTerms:");
    assertThat(synth("bucket"))
        .contains("credentialsSecretName: metrics-s3", "slipway.dev/secret-revision");
    assertThat(synth("tls")).contains("kind: Certificate", "secretName: metrics-tls");
  }

  @Test
  void whatTheOperatorWillCreateIsNotWritten() {
    assertThat(synth("metrics")).doesNotContain("kind: StatefulSet", "kind: PodDisruptionBudget");
  }
}
