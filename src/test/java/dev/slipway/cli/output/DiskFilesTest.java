package dev.slipway.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFilesTest {
  private final DiskFiles disk = new DiskFiles();

  @TempDir Path folder;

  @Test
  void aLinkIsNotTakenForWhatItLeadsTo() throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), folder);
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));

    assertThat(disk.kind(folder.resolve("link"))).isEqualTo(FileOps.Kind.OTHER);
    assertThat(disk.kind(folder.resolve("dangling"))).isEqualTo(FileOps.Kind.OTHER);
    assertThat(disk.followed(folder.resolve("link"))).isEqualTo(folder.toRealPath());
    assertThat(disk.followed(folder.resolve("dangling"))).isEqualTo(folder.resolve("dangling"));
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "mine");

    assertThatThrownBy(() -> disk.write(file, new byte[0]))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void aFolderIsNotMovedOntoOneThatHoldsSomething() throws IOException {
    Path from = Files.createDirectory(folder.resolve("from"));
    Path to = Files.createDirectory(folder.resolve("to"));
    Files.writeString(to.resolve("x"), "mine");

    assertThatThrownBy(() -> disk.move(from, to)).isInstanceOf(FileSystemException.class);
    assertThat(to.resolve("x")).hasContent("mine");
  }

  @Test
  void theLocksFileIsGoneAfterwards() throws IOException {
    Path file = folder.resolve("lock");
    AtomicInteger waited = new AtomicInteger();

    disk.lock(file, waited::incrementAndGet).close();
    disk.lock(file, waited::incrementAndGet).close();

    assertThat(file).doesNotExist();
    assertThat(waited).hasValue(0);
  }

  @Test
  void aLockThatAnotherProcessHoldsIsWaitedFor() throws Exception {
    Path file = folder.resolve("lock");
    Process other = holdingTheLock(file);
    try {
      assertThat(other.inputReader().readLine()).isEqualTo("locked");
      AtomicInteger waited = new AtomicInteger();
      Runnable letGo =
          () -> {
            waited.incrementAndGet();
            other.destroyForcibly();
          };
      Closeable lock = disk.lock(file, letGo);
      assertThat(waited).hasValue(1);
      assertThat(file).exists();
      lock.close();
    } finally {
      other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static Process holdingTheLock(Path file) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                file.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Another process: locks, says so, and keeps the lock until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      Closeable lock = new DiskFiles().lock(Path.of(args[0]), () -> {});
      System.out.println("locked");
      Thread.sleep(TimeUnit.MINUTES.toMillis(1));
      lock.close();
    }
  }
}
