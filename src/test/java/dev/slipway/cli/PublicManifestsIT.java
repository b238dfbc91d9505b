package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.controlplane.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code check} on the manifests that helm, kustomize and kube-score are tested with: their YAML
 * files, many of which are templates or broken on purpose, and the strings of their tests. Whatever
 * it is given, it says what it finds or what it cannot read, and fails at nothing.
 */
class PublicManifestsIT {
  private static final List<String> MODULES =
      List.of(
          "helm.sh/helm/v3",
          "sigs.k8s.io/kustomize/api",
          "sigs.k8s.io/kustomize/kyaml",
          "github.com/zegl/kube-score");

  /** Of the pinned versions; fewer would mean that something is not looked at any more. */
  private static final int FILES = 700;

  private static final int STRINGS = 1000;

  /** A string of Go's that holds an object. */
  private static final Pattern STRING = Pattern.compile("`([^`]*\\bkind: [^`]*)`");

  /** What no user should have to read. */
  private static final Pattern INNARDS =
      Pattern.compile("Exception|\\bat dev\\.|java\\.|snakeyaml", Pattern.MULTILINE);

  private static Path manifests = Path.of("");

  @TempDir Path folder;

  @BeforeAll
  static void find() throws IOException {
    manifests = Tools.binary("public-manifests").toRealPath();
  }

  @Test
  void everyFileIsCheckedOrRefusedWithReasons() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (Path file : files(manifests, ".yaml", ".yml")) {
      files.put(manifests.relativize(file).toString(), file);
    }

    assertThat(files).as("files below %s", manifests).hasSizeGreaterThan(FILES);
    checkEach(files);
  }

  @Test
  void everyStringOfTheirTestsIsCheckedOrRefusedWithReasons() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (Path test : files(manifests, "_test.go")) {
      Matcher matcher = STRING.matcher(Files.readString(test));
      while (matcher.find()) {
        Path file = folder.resolve("string-" + files.size() + ".yaml");
        Files.writeString(file, matcher.group(1));
        files.put(manifests.relativize(test) + " at " + matcher.start(), file);
      }
    }

    assertThat(files).as("strings of tests below %s", manifests).hasSizeGreaterThan(STRINGS);
    checkEach(files);
  }

  /** As a folder that somebody points it at: everything is told at once. */
  @Test
  void eachModuleIsCheckedOrRefusedAsAWhole() {
    for (String module : MODULES) {
      isSound(module, run("check", manifests.resolve(module).toString()));
      isSound(module, run("check", "--format", "sarif", manifests.resolve(module).toString()));
    }
  }

  private void checkEach(Map<String, Path> files) {
    SoftAssertions all = new SoftAssertions();
    List<String> checked = new ArrayList<>();
    files.forEach(
        (name, file) -> {
          Command.Outcome outcome = run("check", file.toString());
          all.assertThatCode(() -> isSound(name, outcome)).doesNotThrowAnyException();
          if (outcome.code() != ExitCode.BAD_INPUT) {
            checked.add(name);
          }
        });
    all.assertAll();
    assertThat(checked).as("those that are manifests").hasSizeGreaterThan(files.size() / 5);
  }

  private Command.Outcome run(String... args) {
    return Shipped.run(folder, Map.of(), args);
  }

  private static void isSound(String name, Command.Outcome outcome) {
    assertThat(outcome.code()).as("%s: %s", name, outcome.err()).isBetween(0, ExitCode.BAD_INPUT);
    if (outcome.code() == ExitCode.BAD_INPUT) {
      assertThat(outcome.out()).as(name).isEmpty();
      assertThat(outcome.err()).as(name).endsWith("nothing was checked.\n");
      assertThat(INNARDS.matcher(withoutQuotes(outcome.err())).results().toList())
          .as("%s: %s", name, outcome.err())
          .isEmpty();
    } else {
      assertThat(outcome.out()).as(name).contains(" object");
    }
  }

  /** What a message quotes of the input, or says is a key of it, may be anything. */
  private static String withoutQuotes(String text) {
    return text.replaceAll("'[^'\\n]*'", "''");
  }

  private static List<Path> files(Path below, String... endings) throws IOException {
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> Stream.of(endings).anyMatch(ending -> file.toString().endsWith(ending)))
          .sorted()
          .toList();
    }
  }
}
