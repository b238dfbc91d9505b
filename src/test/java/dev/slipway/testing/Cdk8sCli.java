package dev.slipway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real cdk8s CLI, from the packages that the project's lock file pins. */
public final class Cdk8sCli {
  private static final Path MODULES = Path.of("node_modules");
  private static final long TIMEOUT_MINUTES = 5;

  private Cdk8sCli() {}

  /** Has the CLI run a main class of the tests as an app and write below {@code out}. */
  public static String synth(Class<?> app, Path out) {
    install();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        "\"%s\" -cp \"%s\" %s"
            .formatted(java, System.getProperty("java.class.path"), app.getName());
    return run(
        List.of(
            MODULES.resolve(".bin/cdk8s").toString(),
            "synth",
            "--app",
            command,
            "--output",
            out.toString()));
  }

  private static synchronized void install() {
    Path installed = MODULES.resolve(".package-lock.json");
    try {
      if (!Files.exists(installed)
          || Files.getLastModifiedTime(installed)
                  .compareTo(Files.getLastModifiedTime(Path.of("package-lock.json")))
              < 0) {
        run(List.of("npm", "ci", "--no-audit", "--no-fund"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(List<String> command) {
    try {
      Path log = Files.createTempFile("slipway-command", ".log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      boolean ended = process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
      String output = Files.readString(log, StandardCharsets.UTF_8);
      Files.delete(log);
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed:\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
