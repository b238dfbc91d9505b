package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.cli.Command.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real shells complete with the scripts. */
class CompletionTest {
  @TempDir Path directory;

  @BeforeEach
  void aFolderWithEnvironments() throws IOException {
    Files.createDirectories(directory.resolve("environments"));
    Files.writeString(directory.resolve("environments/prod one.yaml"), "");
    Files.writeString(directory.resolve("notes.txt"), "");
  }

  private Outcome run(String... args) {
    return Shipped.run(directory, Map.of(), args);
  }

  private Path script(String shell) throws IOException {
    Outcome outcome = run("completion", shell);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return Files.writeString(directory.resolve("script." + shell), outcome.out());
  }

  private static void assumeThereIs(String shell) {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell))),
        "there is no '" + shell + "' on PATH to try the completion in");
  }

  /** What bash offers where the last word is completed. */
  private List<String> bash(String... words) throws IOException {
    assumeThereIs("bash");
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "--norc",
                "-c",
                "source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _slipway;"
                    + " printf '%s\\n' \"${COMPREPLY[@]}\"",
                script("bash").toString()));
    command.addAll(Arrays.asList(words));
    Outcome outcome = Processes.run(directory, Map.of(), command);
    assertThat(outcome.err()).isEmpty();
    return outcome.out().lines().toList();
  }

  @Test
  void bashCompletesVerbs() throws IOException {
    assertThat(bash("slipway", "s")).containsExactly("synth", "schema");
    assertThat(bash("slipway", "--v")).containsExactly("--version");
  }

  @Test
  void bashCompletesTheOptionsOfAVerb() throws IOException {
    assertThat(bash("slipway", "schema", "-")).containsExactly("--overlay", "--help");
    assertThat(bash("slipway", "synth", "--im")).containsExactly("--image");
  }

  @Test
  void bashCompletesFilesAndFoldersWhereOneIsTaken() throws IOException {
    assertThat(bash("slipway", "synth", "-f", "environments/p"))
        .containsExactly("environments/prod one.yaml");
    assertThat(bash("slipway", "check", "n")).containsExactly("notes.txt");
    assertThat(bash("slipway", "synth", "--out", "e")).containsExactly("environments");
    assertThat(bash("slipway", "synth", "--out", "n")).containsExactly("");
  }

  @Test
  void bashCompletesTheWordsThatAnOptionOrAVerbTakes() throws IOException {
    assertThat(bash("slipway", "check", "--format", "j")).containsExactly("json");
    assertThat(bash("slipway", "init", "--system", "mllp")).containsExactly("mllp-server");
    assertThat(bash("slipway", "explain", "image-")).containsExactly("image-tag");
    assertThat(bash("slipway", "completion", "f")).containsExactly("fish");
  }

  /** Bash makes three words of {@code --format=j}. */
  @Test
  void bashCompletesAValueAfterAnEqualsSign() throws IOException {
    assertThat(bash("slipway", "check", "--format", "=", "j")).containsExactly("json");
    assertThat(bash("slipway", "check", "--format", "=")).containsExactly("text", "json", "sarif");
  }

  @Test
  void zshCompletesVerbsOptionsFilesAndWords() throws IOException {
    assumeThereIs("zsh");
    Outcome outcome =
        Processes.run(
            directory,
            Map.of("TERM", "xterm"),
            List.of(
                "zsh",
                "-f",
                Path.of("src/test/resources/completion/complete.zsh").toAbsolutePath().toString(),
                script("zsh").toString(),
                "slipway sy",
                "slipway synth --im",
                "slipway synth -f environments/p",
                "slipway init --system mllp",
                "slipway explain image-"));

    assertThat(outcome.out())
        .as(outcome.err())
        .isEqualTo(
            """
            slipway synth\s
            slipway synth --image=
            slipway synth -f environments/prod\\ one.yaml\s
            slipway init --system mllp-server\s
            slipway explain image-tag\s
            """);
  }

  private List<String> fish(String line) throws IOException {
    assumeThereIs("fish");
    Outcome outcome =
        Processes.run(
            directory,
            Map.of("HOME", directory.toString()),
            List.of("fish", "-c", "source script.fish; complete -C \"" + line + "\""));
    return outcome.out().lines().map(found -> found.split("\t")[0]).toList();
  }

  @Test
  void fishCompletesVerbsOptionsFilesAndWords() throws IOException {
    script("fish");

    assertThat(fish("slipway sy")).containsExactly("synth");
    assertThat(fish("slipway synth --im")).containsExactly("--image");
    assertThat(fish("slipway check n")).containsExactly("notes.txt");
    assertThat(fish("slipway check --format ")).containsExactlyInAnyOrder("text", "json", "sarif");
    assertThat(fish("slipway init --system mllp")).containsExactly("mllp-server");
    assertThat(fish("slipway explain image-")).containsExactly("image-tag");
  }

  @Test
  void everyVerbIsInEveryScript() {
    for (String shell : List.of("bash", "zsh", "fish")) {
      assertThat(run("completion", shell).out()).as(shell).contains(Verbs.names());
    }
  }

  @Test
  void aShellThatThereIsNoCompletionForIsRefused() {
    assertThat(run("completion", "tcsh").err())
        .startsWith(
            "slipway: There is no completion for 'tcsh'.\n"
                + "    There is one for: bash, zsh, fish.\n");
    assertThat(run("completion").err()).startsWith("slipway: 'completion' takes one shell.\n");
  }
}
