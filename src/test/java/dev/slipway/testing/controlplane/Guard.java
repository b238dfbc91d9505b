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
import java.util.stream.Collectors;
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

  /** Starts a guard, which makes a folder below the temporary folder. */
  static Guard ofNewFolder(String purpose) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    Path template = temporary.resolve("slipway-" + purpose + "-XXXXXXXX");
    try {
      // A session of its own: the terminal's signals and a killed process group leave it alone.
      Process process =
          new ProcessBuilder(
                  "setsid", "bash", "-c", resource("guard.sh"), "guard.sh", template.toString())
              .redirectErrorStream(true)
              .start();
      @Nullable String line = process.inputReader(StandardCharsets.UTF_8).readLine();
      if (line == null || !Files.isDirectory(Path.of(line))) {
        throw new IllegalStateException("No guard for " + template + ": " + line);
      }
      Guard guard = new Guard(Path.of(line).toRealPath(), process);
      Runtime.getRuntime().addShutdownHook(guard.atShutdown);
      return guard;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a script of this package. */
  static String resource(String name) {
    try (@Nullable InputStream in = Guard.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
    return process.inputReader(StandardCharsets.UTF_8).lines().collect(Collectors.joining("\n"));
  }
}
