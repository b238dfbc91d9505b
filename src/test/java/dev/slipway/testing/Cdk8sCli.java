package dev.slipway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real cdk8s CLI, from the packages that the project's lock file pins. */
public final class Cdk8sCli {
  private static final Path MODULES = Path.of("node_modules");
  private static final long TIMEOUT_MINUTES = 5;

  private Cdk8sCli() {}

  /** How a program ended, and all that it said. */
  public record Ran(int exit, String output) {
    private Ran orFail(List<String> command) {
      if (exit != 0) {
        throw new AssertionError(String.join(" ", command) + " failed:\n" + output);
      }
      return this;
    }
  }

  /** Has the CLI run a main class of the tests as an app and write below {@code out}. */
  public static String synth(Class<?> app, Path out) {
    return run(synthOf(app, out)).orFail(synthOf(app, out)).output();
  }

  /** The same, of an app that may fail. */
  public static Ran trySynth(Class<?> app, Path out, String... args) {
    return run(synthOf(app, out, args));
  }

  /** Has the CLI run the app that a folder's {@code cdk8s.yaml} names, and write as that says. */
  public static String synthIn(Path folder) {
    install();
    List<String> command =
        List.of(
            MODULES.resolve(".bin/cdk8s").toAbsolutePath().toString(),
            "synth",
            "--no-check-upgrade");
    return run(folder, Map.of(), command).orFail(command).output();
  }

  /** Makes the typed classes of the definitions that are shipped, in a folder. */
  public static void imports(Path folder) {
    install();
    List<String> command = List.of("sh", "tools/imports.sh", folder.toString());
    run(command).orFail(command);
  }

  /** Runs a program to its end in a folder, with more in its environment. */
  public static Ran run(Path folder, Map<String, String> env, List<String> command) {
    try {
      Path log = Files.createTempFile("slipway-command", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(env);
      Process process = builder.start();
      boolean ended = process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
      String output = Files.readString(log, StandardCharsets.UTF_8);
      Files.delete(log);
      return new Ran(ended ? process.exitValue() : -1, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static List<String> synthOf(Class<?> app, Path out, String... args) {
    install();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        "\"%s\" -cp \"%s\" %s %s"
            .formatted(
                java, System.getProperty("java.class.path"), app.getName(), String.join(" ", args))
            .strip();
    return List.of(
        MODULES.resolve(".bin/cdk8s").toString(),
        "synth",
        "--no-check-upgrade",
        "--app",
        command,
        "--output",
        out.toString());
  }

  private static synchronized void install() {
    Path installed = MODULES.resolve(".package-lock.json");
    try {
      if (!Files.exists(installed)
          || Files.getLastModifiedTime(installed)
                  .compareTo(Files.getLastModifiedTime(Path.of("package-lock.json")))
              < 0) {
        List<String> command = List.of("npm", "ci", "--no-audit", "--no-fund");
        run(command).orFail(command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ran run(List<String> command) {
    return run(Path.of("").toAbsolutePath(), Map.of(), command);
  }
}
