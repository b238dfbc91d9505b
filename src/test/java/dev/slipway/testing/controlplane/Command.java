package dev.slipway.testing.controlplane;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
   * Runs the program.
   *
   * @throws AssertionError when it does not end in time; it is killed then
   */
  Outcome run() {
    try {
      ProcessBuilder builder = new ProcessBuilder(words);
      builder.environment().putAll(environment);
      Process process = builder.start();
      CompletableFuture<String> out = read(process.getInputStream());
      CompletableFuture<String> err = read(process.getErrorStream());
      thread(() -> write(process.getOutputStream()));
      boolean ended = await(process);
      int exit = ended ? process.exitValue() : -1;
      Outcome outcome = new Outcome(words, exit, out.join(), err.join());
      if (!ended) {
        throw new AssertionError("Not done after " + timeout + ": " + outcome);
      }
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        Command::thread);
  }

  private void write(OutputStream stream) {
    try (stream) {
      stream.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The program ended without reading all of it; its exit code says what that means.
    }
  }

  /** A thread of its own for each stream: the common pool may be as small as one thread. */
  private static void thread(Runnable task) {
    Thread thread = new Thread(task, "command");
    thread.setDaemon(true);
    thread.start();
  }
}
