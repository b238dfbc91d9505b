package dev.slipway.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A package, unpacked into a folder of its own.
 *
 * @param folder where it is
 * @param home a folder for what it keeps for its user
 */
record Installation(Path folder, Path home) {
  private static final long TIMEOUT_MINUTES = 5;

  /** How a run ended, what it printed, and what it said. */
  record Outcome(int code, String out, String err) {}

  /** What the build made, by the end of its name. */
  static Path built(String ending) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("slipway-"))
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElseThrow(() -> new AssertionError("The build has made no slipway-*" + ending + "."))
          .toAbsolutePath();
    }
  }

  static Installation in(Path temporary) throws IOException {
    Path unpacked = Files.createDirectories(temporary.resolve("an installation"));
    end(
        new ProcessBuilder("tar", "xzf", built(".tar.gz").toString(), "-C", unpacked.toString())
            .start());
    try (Stream<Path> folders = Files.list(unpacked)) {
      return new Installation(
          folders.findFirst().orElseThrow(), Files.createDirectories(temporary.resolve("home")));
    }
  }

  /** The JDKs of this machine that Slipway runs on, one of each release; the build's own first. */
  static List<Path> jdks() throws IOException {
    List<Path> found = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    Path usual = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(usual)) {
      try (Stream<Path> folders = Files.list(usual)) {
        folders.sorted().forEach(found::add);
      }
    }
    Map<Integer, Path> byRelease = new TreeMap<>();
    for (Path jdk : found) {
      if (Files.isExecutable(jdk.resolve("bin/java"))
          && Files.isReadable(jdk.resolve("release"))
          && release(jdk) >= 17) {
        byRelease.putIfAbsent(release(jdk), jdk.toRealPath());
      }
    }
    return List.copyOf(byRelease.values());
  }

  static int release(Path jdk) {
    try (Stream<String> lines = Files.lines(jdk.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Outcome run(Path jdk, Map<String, String> env, String... args) {
    List<String> command = new ArrayList<>(List.of(folder.resolve("bin/slipway").toString()));
    command.addAll(List.of(args));
    return run(jdk, env, command);
  }

  Outcome run(Path jdk, Map<String, String> env, List<String> command) {
    try {
      Path out = Files.createTempFile(home, "run", ".out");
      Path err = Files.createTempFile(home, "run", ".err");
      Process process = start(jdk, env, command, out, err);
      int code = end(process);
      return new Outcome(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a program that finds no more in its environment than a user's bare machine has. */
  Process start(Path jdk, Map<String, String> env, List<String> command, Path out, Path err)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("HOME", home.toString());
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("SLIPWAY_START_CACHE", "off");
    builder.environment().putAll(env);
    return builder.start();
  }

  static int end(Process process) {
    try {
      if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("It does not end.");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
