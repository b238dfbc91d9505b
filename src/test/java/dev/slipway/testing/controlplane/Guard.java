package dev.slipway.testing.controlplane;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A folder whose processes and files do not outlive this JVM, however it ends.
 *
 * <p>The work is done by a process of its own ({@code guard.sh}) that waits for its standard input
 * to end: closing does that, and so does the kernel when the JVM is killed.
 */
final class Guard implements AutoCloseable {

  private static final int SECONDS_TO_CLEAN = 60;

  private final Path folder;
  private final Process process;
  private final Writer toProcess;
  private final Thread atShutdown = new Thread(this::clean, "guard");

  private Guard(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    this.toProcess = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Makes a folder below the temporary folder, and its guard. */
  static Guard ofNewFolder(String purpose) {
    try {
      Path folder = Files.createTempDirectory("slipway-" + purpose + "-").toRealPath();
      Path script = resource("guard.sh", folder);
      // A session of its own: the terminal's signals and a killed process group leave it alone.
      Process process =
          new ProcessBuilder("setsid", "bash", script.toString(), folder.toString())
              .redirectErrorStream(true)
              .start();
      Guard guard = new Guard(folder, process);
      Runtime.getRuntime().addShutdownHook(guard.atShutdown);
      return guard;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a resource of this package into a folder. */
  static Path resource(String name, Path folder) {
    try (@Nullable InputStream in = Guard.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No resource " + name);
      }
      Path file = folder.resolve(name);
      Files.copy(in, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** A name that no other guarded thing on this machine has. */
  String name() {
    return folder.getFileName().toString();
  }

  /** What a process must find in its environment to be ended; its children inherit it. */
  Map<String, String> mark() {
    return Map.of("SLIPWAY_TEST_FOLDER", folder.toString());
  }

  void removesInterface(String name) {
    tell("interface " + name);
  }

  /** Removes the cgroup and those below it, in each hierarchy, with the processes in them. */
  void removesCgroup(String name) {
    tell("cgroup " + name);
  }

  /**
   * Ends the processes and removes all that was named.
   *
   * @throws AssertionError when something is left
   */
  @Override
  public void close() {
    clean();
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      // The JVM is shutting down: the hook finds everything clean.
    }
    if (process.exitValue() != 0) {
      throw new AssertionError("Left behind by " + folder + ": " + output());
    }
  }

  private void tell(String line) {
    try {
      toProcess.write(line + "\n");
      toProcess.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void clean() {
    try {
      toProcess.close();
      if (!process.waitFor(SECONDS_TO_CLEAN, TimeUnit.SECONDS)) {
        throw new AssertionError("Still cleaning " + folder + " after " + SECONDS_TO_CLEAN + " s.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String output() {
    try (InputStream in = process.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
