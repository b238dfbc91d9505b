package dev.slipway.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.packaging.Installation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container image: its layers laid over each other as a runtime does, and its entry point. */
class ImageIT {
  @TempDir Path temporary;

  @Test
  void itHoldsThePackageAndItsEntryPointRuns() throws IOException {
    Path parts = unpack(Path.of("target/slipway-image.tar").toAbsolutePath(), "parts");
    JsonNode manifest = new ObjectMapper().readTree(parts.resolve("manifest.json").toFile()).get(0);
    Path root = Files.createDirectories(temporary.resolve("root"));
    manifest.get("Layers").forEach(layer -> untar(parts.resolve(layer.asText()), root));

    Installation installation = Installation.in(temporary);
    for (String file : List.of("bin/slipway", "lib/slipway.jar", "lib/slipway.id")) {
      assertThat(root.resolve("opt/slipway").resolve(file))
          .hasSameBinaryContentAs(installation.folder().resolve(file));
    }
    assertThat(root.resolve("opt/slipway/bin/slipway")).isExecutable();
    assertThat(root.resolve("app")).as("what Jib would add").doesNotExist();

    JsonNode config =
        new ObjectMapper()
            .readTree(parts.resolve(manifest.get("Config").asText()).toFile())
            .get("config");
    assertThat(config.get("User").asText()).isEqualTo("65532:65532");
    List<String> entry = new ArrayList<>();
    config
        .get("Entrypoint")
        .forEach(word -> entry.add(word.asText().replace("/opt/", root + "/opt/")));
    Path jdk = Path.of(System.getProperty("java.home"));
    assertThat(entry).first().isEqualTo("java");
    entry.set(0, jdk.resolve("bin/java").toString());
    entry.add("--version");
    Outcome outcome = installation.run(jdk, Map.of(), entry);
    assertThat(outcome.out()).as(outcome.err()).startsWith("slipway ");
  }

  private Path unpack(Path tar, String name) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve(name));
    untar(tar, folder);
    return folder;
  }

  private static void untar(Path tar, Path folder) {
    try {
      assertThat(
              Installation.end(
                  new ProcessBuilder("tar", "xf", tar.toString(), "-C", folder.toString()).start()))
          .isZero();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
