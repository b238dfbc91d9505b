package dev.slipway.cdk8s;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The Node.js that cdk8s runs on. What is missing is said here, before jsii says it with a stack
 * trace or with its own source.
 */
final class NodeRuntime {
  /**
   * The oldest Node.js that the cdk8s door is tried on; jsii itself only warns of those past their
   * end of life.
   *
   * @see <a href="https://nodejs.org/en/about/previous-releases">Node.js releases</a>
   */
  static final int OLDEST = 20;

  /** Where jsii looks for another Node.js than the one on PATH. */
  private static final String CHOSEN = "JSII_NODE";

  private static final long TIMEOUT_SECONDS = 20;

  private NodeRuntime() {}

  /** What is wrong with the machine's Node.js and what to do about it, if anything is. */
  static Optional<String> problem(Map<String, String> env) {
    String node = env.getOrDefault(CHOSEN, "node");
    List<String> said;
    try {
      said = said(node);
    } catch (IOException e) {
      return Optional.of(
          "there is no Node.js to run cdk8s on ('"
              + node
              + "'). Install Node.js "
              + OLDEST
              + " or later, or set "
              + CHOSEN
              + " to one.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted while asking '" + node + "' for its version.");
    }
    String version = said.isEmpty() ? "" : said.get(said.size() - 1).strip();
    if (major(version) < OLDEST) {
      return Optional.of(
          "'%s' is Node.js %s, and cdk8s needs %s or later. Install one, or set %s to one."
              .formatted(
                  node, version.isEmpty() ? "of no known version" : version, OLDEST, CHOSEN));
    }
    return said.size() == 1
        ? Optional.empty()
        : Optional.of(
            "'%s' prints '%s' before all else, where cdk8s awaits its answers. Have that printed to standard error, or not at all: it most likely comes from NODE_OPTIONS%s."
                .formatted(node, said.get(0).strip(), options(env)));
  }

  private static String options(Map<String, String> env) {
    String options = env.getOrDefault("NODE_OPTIONS", "");
    return options.isEmpty() ? "" : " (" + options + ")";
  }

  /** What a program prints that is asked for its version as jsii starts one, banners and all. */
  private static List<String> said(String node) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(node, "-p", "process.version")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
      return process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) ? lines : List.of();
    } finally {
      process.destroyForcibly();
    }
  }

  /** The first number of {@code v20.19.1}, or 0 where there is none. */
  static int major(String version) {
    String digits = version.replaceFirst("^v", "").replaceFirst("[^0-9].*$", "");
    return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
  }
}
