package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.Catalog;
import dev.slipway.cli.output.DiskFiles;
import dev.slipway.files.DiskInputs;
import dev.slipway.notation.SystemNotation;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the cache of classes is recorded from. */
class RehearsalTest {
  static Stream<Optional<String>> uses() {
    return Stream.concat(
        Stream.of(Optional.empty()), Rehearsal.RUNS.keySet().stream().sorted().map(Optional::of));
  }

  @ParameterizedTest
  @MethodSource("uses")
  void everyRunDoesWhatItIsThereFor(Optional<String> uses, @TempDir Path folder) throws Exception {
    Rehearsal.prepare(folder);

    for (Rehearsal.Run run : Rehearsal.runs(uses)) {
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

  @Test
  void allIsRehearsedThatAnySystemNeeds() {
    List<Rehearsal.Run> each = new ArrayList<>();
    uses().filter(Optional::isPresent).forEach(uses -> each.addAll(Rehearsal.runs(uses)));

    assertThat(Rehearsal.runs(Optional.empty())).containsAll(each);
  }

  @Test
  void onlySystemsAreRehearsed() {
    List<String> known =
        new ArrayList<>(Catalog.systems().stream().map(SystemNotation::id).toList());
    known.add("plain");

    assertThat(known).containsAll(Rehearsal.RUNS.keySet());
  }

  @Test
  void whatIsNoSystemIsNotRehearsed() {
    assertThatThrownBy(() -> Rehearsal.runs(Optional.of("helm")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no system 'helm'.");
  }
}
