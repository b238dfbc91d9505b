package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.cli.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end. */
final class Processes {
  private static final long TIMEOUT_MINUTES = 5;

  private Processes() {}

  static Outcome run(Path directory, Map<String, String> env, List<String> command) {
    return start(directory, env, command).end();
  }

  /** Runs a program that reads a file as its standard input. */
  static Outcome run(Path directory, Map<String, String> env, List<String> command, Path input) {
    return start(directory, env, command, ProcessBuilder.Redirect.from(input.toFile())).end();
  }

  static Running start(Path directory, Map<String, String> env, List<String> command) {
    return start(directory, env, command, ProcessBuilder.Redirect.PIPE);
  }

  private static Running start(
      Path directory,
      Map<String, String> env,
      List<String> command,
      ProcessBuilder.Redirect input) {
    try {
      Path out = Files.createTempFile("slipway-test", ".out");
      Path err = Files.createTempFile("slipway-test", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectInput(input)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      env.forEach(
          (name, value) -> {
            if (value.isEmpty()) {
              builder.environment().remove(name);
            } else {
              builder.environment().put(name, value);
            }
          });
      return new Running(builder.start(), out, err);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A program that runs, and the files that take what it says. */
  record Running(Process process, Path out, Path err) {
    Outcome end() {
      try {
        boolean ended = process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        Outcome outcome =
            new Outcome(
                ended ? process.exitValue() : -1,
                Files.readString(out, UTF_8),
                Files.readString(err, UTF_8));
        Files.delete(out);
        Files.delete(err);
        return outcome;
      } catch (IOException e) {
        throw new AssertionError(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
