package dev.slipway.check.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool that makes the text; it needs Go, and fetches Kubernetes' sources. */
class SchemaToolIT {

  @Test
  void itMakesTheTextThatIsThere(@TempDir Path folder) throws IOException, InterruptedException {
    Path made = folder.resolve("kubernetes.txt");
    Process tool =
        new ProcessBuilder("bash", "tools/api-schema.sh", made.toString()).inheritIO().start();

    assertThat(tool.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(tool.exitValue()).isZero();
    assertThat(made)
        .hasSameBinaryContentAs(
            Path.of("src/main/resources/dev/slipway/check/schema/kubernetes.txt"));
  }
}
