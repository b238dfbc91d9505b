package dev.slipway.testing.controlplane;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program, run to its end. */
final class Command {

  private final List<String> words;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private String input = "";
  private Duration timeout = Duration.ofMinutes(2);

  private Command(List<String> words) {
    this.words = List.copyOf(words);
  }

  static Command of(List<String> words) {
    return new Command(words);
  }

  static Command of(String... words) {
    return new Command(List.of(words));
  }

  Command environment(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  Command input(String text) {
    input = text;
    return this;
  }

  Command timeout(Duration limit) {
    timeout = limit;
    return this;
  }

  /**
   * Runs the program. Its streams are files: a daemon that it leaves behind may keep them open
   * without holding us up.
   *
   * @throws AssertionError when it does not end in time
   */
  Outcome run() {
    try {
      Path folder = Files.createTempDirectory("slipway-command-");
      try {
        return runIn(folder);
      } finally {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome runIn(Path folder) throws IOException {
    Path in = Files.writeString(folder.resolve("in"), input);
    File out = folder.resolve("out").toFile();
    File err = folder.resolve("err").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectInput(in.toFile()).redirectOutput(out).redirectError(err);
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = await(process);
    int exit = ended ? process.exitValue() : -1;
    Outcome outcome =
        new Outcome(words, exit, Files.readString(out.toPath()), Files.readString(err.toPath()));
    if (!ended) {
      throw new AssertionError("Not done after " + timeout + ": " + outcome);
    }
    return outcome;
  }

  private boolean await(Process process) {
    try {
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        kill(process);
      }
      return ended;
    } catch (InterruptedException e) {
      kill(process);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + words, e);
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
