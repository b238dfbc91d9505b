package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.output.DiskFiles;
import dev.slipway.files.DiskInputs;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the cache of classes is recorded from. */
class RehearsalTest {
  @Test
  void everyRunDoesWhatItIsThereFor(@TempDir Path folder) throws Exception {
    Rehearsal.prepare(folder);

    for (Rehearsal.Run run : Rehearsal.RUNS) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      World world =
          new World(
              InputStream.nullInputStream(),
              said,
              said,
              folder,
              Map.of(),
              () -> LocalDate.of(2026, 3, 31),
              new DiskFiles(),
              new CatalogEnvironments(new DiskInputs(folder, Map.of())));

      assertThat(Rehearsal.play(run, world))
          .as("%s: %s", run.args(), said.toString(UTF_8))
          .isEqualTo(run.code());
    }
  }
}
