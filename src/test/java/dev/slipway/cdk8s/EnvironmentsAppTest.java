package dev.slipway.cdk8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.environment.Environment;
import dev.slipway.environment.Environments;
import dev.slipway.files.DiskInputs;
import dev.slipway.files.EnvironmentFiles;
import dev.slipway.manifest.KnownTexts;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.PlainValues;
import dev.slipway.testing.Cdk8sCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class EnvironmentsAppTest {
  private static final Path PROJECT = Path.of("");

  @Test
  void cdk8sSynthWritesTheObjectsThatTheCommandWritesInTheirOrder(@TempDir Path out)
      throws IOException {
    Cdk8sCli.synth(EnvironmentsApp.class, out);

    List<Environment> environments = shipped();
    for (Environment environment : environments) {
      List<Object> written = documents(out.resolve(environment.name() + ".k8s.yaml"));
      List<Manifest> expected = environment.plan().all().asList();
      assertThat(written).as(environment.name()).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(written.get(i))
            .as("%s, object %s: %s", environment.name(), i, expected.get(i).ref())
            .isEqualTo(PlainValues.of(expected.get(i).body(), KnownTexts.INSTANCE));
      }
    }
    try (var files = Files.list(out)) {
      assertThat(files).hasSameSizeAs(environments);
    }
  }

  private static List<Environment> shipped() {
    DiskInputs inputs = new DiskInputs(PROJECT, System.getenv());
    Environments reader = new Environments(Catalog.systems());
    List<Environment> environments = new ArrayList<>();
    for (String file : EnvironmentFiles.in(PROJECT)) {
      Optional<Environment> read = reader.read(file, inputs);
      read.ifPresent(environments::add);
    }
    return environments;
  }

  private static List<Object> documents(Path file) throws IOException {
    List<Object> documents = new ArrayList<>();
    new Load(LoadSettings.builder().build())
        .loadAllFromString(Files.readString(file))
        .forEach(documents::add);
    return documents;
  }
}
