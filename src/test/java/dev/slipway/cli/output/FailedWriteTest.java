package dev.slipway.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when a write fails at any of its steps, or is killed there. */
class FailedWriteTest {
  private static final List<OutputTree> BEFORE =
      List.of(tree("prod", "one", "same", "gone"), tree("staging", "one"));
  private static final List<OutputTree> AFTER =
      List.of(tree("prod", "changed", "same", "new"), tree("staging", "changed"));

  @TempDir Path temporary;
  private Map<String, String> before = Map.of();
  private Map<String, String> after = Map.of();

  @Test
  void aStepThatFailsLeavesTheOldOutputWhole() throws IOException {
    int steps = stepsOfARun();
    assertThat(steps).isGreaterThan(40);
    int refused = 0;
    for (int step = 0; step < steps; step++) {
      Path out = prepared("fails" + step);
      FailingDisk disk =
          FailingDisk.at(step, new FileSystemException("x", null, "Input/output error"));
      Throwable failure = catchThrowable(() -> write(disk, out, AFTER));
      if (failure == null) {
        // The step was one of tidying up, after everything was in place.
        assertThat(visible(out)).as(last(disk)).isEqualTo(after);
      } else {
        refused++;
        assertThat(failure).as(last(disk)).isInstanceOf(InvalidInputException.class);
        assertThat(Trees.read(out)).as(last(disk)).isEqualTo(before);
      }
    }
    assertThat(refused).isGreaterThan(30);
  }

  @Test
  void aRunThatIsKilledLeavesTheOldOrTheNewAndTheNextOnePutsThingsRight() throws IOException {
    int steps = stepsOfARun();
    int between = 0;
    for (int step = 0; step < steps; step++) {
      Path out = prepared("killed" + step);
      FailingDisk disk = FailingDisk.killedAt(step);
      Throwable killed = catchThrowable(() -> write(disk, out, AFTER));
      assertThat(killed == null || killed instanceof InvalidInputException)
          .as("%s", killed)
          .isTrue();
      for (String environment : List.of("prod", "staging")) {
        Map<String, String> found = Trees.read(out.resolve(environment));
        if (found.isEmpty()) {
          between++;
        } else {
          assertThat(found).as(last(disk)).isIn(sub(before, environment), sub(after, environment));
        }
      }
      write(new DiskFiles(), out, AFTER);
      assertThat(Trees.read(out)).as(last(disk)).isEqualTo(after);
    }
    // One instant for each folder, between its two renames.
    assertThat(between).isEqualTo(2);
  }

  @Test
  void aFirstRunThatFailsLeavesNothing() throws IOException {
    Path out = temporary.resolve("a/b/out");
    FailingDisk all = FailingDisk.never();
    write(all, temporary.resolve("count/b/out"), AFTER);
    int write = indexOf(all, "write");
    assertThatThrownBy(
            () ->
                write(
                    FailingDisk.at(write, new IOException("No space left on device")), out, AFTER))
        .isInstanceOf(InvalidInputException.class);
    assertThat(temporary.resolve("a")).doesNotExist();
  }

  @Test
  void aFullDiskIsToldInOneMessage() throws IOException {
    Path out = prepared("full");
    FailingDisk all = FailingDisk.never();
    write(all, prepared("count"), AFTER);
    FileSystemException full =
        new FileSystemException(
            out + "/.prod.slipway-new/kustomization.yaml", null, "No space left on device");
    assertThatThrownBy(() -> write(FailingDisk.at(indexOf(all, "write"), full), out, AFTER))
        .hasMessage(
            "'%s/.prod.slipway-new/kustomization.yaml' cannot be written: no space left on device."
                    .formatted(out)
                + " The earlier output is as it was. Make the folder writable or make room there,"
                + " or choose another folder with -o.");
  }

  @Test
  void aReadOnlyFolderIsToldInOneMessage() throws IOException {
    Path out = prepared("read-only");
    FailingDisk all = FailingDisk.never();
    write(all, prepared("count"), AFTER);
    AccessDeniedException denied = new AccessDeniedException(out + "/.slipway.lock");
    assertThatThrownBy(() -> write(FailingDisk.at(indexOf(all, "lock"), denied), out, AFTER))
        .hasMessage(
            "'%s/.slipway.lock' cannot be written: permission denied. The earlier output is as it"
                    .formatted(out)
                + " was. Make the folder writable or make room there, or choose another folder with"
                + " -o.");
  }

  @Test
  void aFailureThatCannotBeUndoneSaysWhereTheOldOutputIs() throws IOException {
    Path out = prepared("stuck");
    FailingDisk all = FailingDisk.never();
    write(all, prepared("count"), AFTER);
    int secondMove = indexOf(all, "move") + 1;
    assertThatThrownBy(() -> write(FailingDisk.killedAt(secondMove), out, AFTER))
        .hasMessageContaining("Nor could everything be put back as it was.")
        .hasMessageContaining(".NAME.slipway-old");
  }

  private int stepsOfARun() throws IOException {
    FailingDisk disk = FailingDisk.never();
    write(disk, prepared("counted"), AFTER);
    return disk.steps().size();
  }

  private Path prepared(String name) throws IOException {
    Path out = temporary.resolve(name);
    write(new DiskFiles(), out, BEFORE);
    Files.writeString(out.resolve("prod/notes.txt"), "mine");
    return out;
  }

  @BeforeEach
  void writeBoth() throws IOException {
    before = Trees.read(prepared("before"));
    Path out = prepared("after");
    write(new DiskFiles(), out, AFTER);
    after = Trees.read(out);
  }

  private static Map<String, String> visible(Path out) {
    Map<String, String> found = Trees.read(out);
    found.keySet().removeIf(path -> path.startsWith("."));
    return found;
  }

  private static Map<String, String> sub(Map<String, String> tree, String environment) {
    Map<String, String> below = new TreeMap<>();
    tree.forEach(
        (path, content) -> {
          if (path.startsWith(environment + "/")) {
            below.put(path.substring(environment.length() + 1), content);
          }
        });
    return below;
  }

  private static int indexOf(FailingDisk disk, String step) {
    for (int i = 0; i < disk.steps().size(); i++) {
      if (disk.steps().get(i).startsWith(step)) {
        return i;
      }
    }
    throw new AssertionError("no " + step + " in " + disk.steps());
  }

  private static String last(FailingDisk disk) {
    return disk.steps().get(disk.steps().size() - 1) + " after " + disk.steps().size() + " steps";
  }

  private static OutputTree tree(String environment, String... contents) {
    Manifest[] manifests = new Manifest[contents.length];
    for (int i = 0; i < contents.length; i++) {
      String name = contents[i].equals("changed") ? "one" : contents[i];
      manifests[i] = Plans.configMap("web", name, contents[i]);
    }
    return OutputTree.of(environment, Plans.of(manifests), true);
  }

  private static void write(FileOps disk, Path out, List<OutputTree> trees) {
    new OutputFolder(disk, out, () -> {}).write(trees);
  }
}
