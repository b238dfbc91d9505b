package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.JsonValues;
import dev.slipway.testing.controlplane.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other checkers find in {@code dist/} is answered in docs/other-checkers.md, and no more. */
class OtherCheckersIT {
  private static final Path DIST = Path.of("dist");

  /** Where {@code cdk8s synth} writes in {@code dist/}, which nobody commits. */
  private static final Path CDK8S = Path.of("cdk8s");

  private static final Path PAGE = Path.of("docs/other-checkers.md");
  private static final Pattern ROW =
      Pattern.compile("\\| ([\\w-]+) \\| (`[^|]*`) \\| (?:ours|accepted): [^|]+ \\|");

  /** The grade of a check of kube-score that has nothing to say. */
  private static final int ALL_WELL = 10;

  @TempDir Path folder;

  /** A check and the object it fired for: {@code CKV_K8S_22 shop/deployment-web}. */
  private record Found(String check, String object) {}

  private record Answer(String check, String objects) {
    boolean covers(Found found) {
      String pattern = "\\Q" + objects.replace("*", "\\E[^/]*\\Q") + "\\E";
      return found.check().equals(check) && found.object().matches(pattern);
    }
  }

  @Test
  void everythingThatKubeScoreFindsIsAnswered() throws IOException {
    Path kubeScore = Tools.binary("kube-score");
    List<Found> found = new ArrayList<>();
    try (Stream<Path> environments = Files.list(DIST)) {
      for (Path environment : environments.filter(Files::isDirectory).sorted().toList()) {
        if (environment.endsWith(CDK8S)) {
          continue;
        }
        List<String> command =
            new ArrayList<>(List.of(kubeScore.toString(), "score", "--output-format", "json"));
        manifests(environment).forEach(file -> command.add(file.toString()));
        @Nullable Object answer = JsonValues.read(run(command));
        if (answer != null) { // none of its objects is of a kind that kube-score knows
          list(answer).forEach(object -> addFindings(map(object), found));
        }
      }
    }

    isAnswered("kube-score", found);
  }

  @Test
  void everyDefaultCheckOfKubeScoreIsAnswered() throws IOException {
    List<String> defaults =
        run(List.of(Tools.binary("kube-score").toString(), "list"))
            .lines()
            .filter(line -> line.endsWith(",default"))
            .map(line -> line.substring(0, line.indexOf(',')))
            .toList();
    String section =
        Files.readString(Path.of("docs/default-checks.md"))
            .split("(?m)^## kube-score ")[1]
            .split("(?m)^## ")[0];

    assertThat(section.lines().filter(row -> row.startsWith("| ")).skip(1))
        .extracting(row -> row.split(" ")[1])
        .containsExactlyInAnyOrderElementsOf(defaults);
  }

  private static void addFindings(Map<?, ?> object, List<Found> found) {
    Path file = DIST.toAbsolutePath().relativize(Path.of(string(object, "file_name")));
    for (Object each : list(object.get("checks"))) {
      Map<?, ?> check = map(each);
      boolean isWell = ((Number) Objects.requireNonNull(check.get("grade"))).intValue() >= ALL_WELL;
      if (!isWell && Boolean.FALSE.equals(check.get("skipped"))) {
        found.add(new Found(string(map(check.get("check")), "id"), named(file)));
      }
    }
  }

  @Test
  void everythingThatCheckovFindsIsAnswered() throws IOException {
    List<String> command =
        List.of(
            Tools.binary("checkov").toString(),
            "--directory",
            DIST.toString(),
            "--framework",
            "kubernetes",
            "secrets",
            "--compact",
            "--quiet",
            "--skip-download",
            "--output",
            "json");
    List<Found> found = new ArrayList<>();
    Set<String> frameworks = new TreeSet<>();
    for (Object each : list(JsonValues.read(run(command)))) {
      Map<?, ?> framework = map(each);
      frameworks.add(string(framework, "check_type"));
      for (Object failed : list(map(framework.get("results")).get("failed_checks"))) {
        Map<?, ?> check = map(failed);
        Path file = Path.of("/").relativize(Path.of(string(check, "file_path")));
        if (!file.startsWith(CDK8S) && !file.startsWith(DIST.resolve(CDK8S))) {
          found.add(new Found(string(check, "check_id"), named(file)));
        }
      }
    }

    assertThat(frameworks).containsExactly("kubernetes", "secrets");
    isAnswered("checkov", found);
  }

  /** Both ways: nothing found without an answer, and no answer to what is not found. */
  private static void isAnswered(String tool, List<Found> found) throws IOException {
    List<Answer> answers = answers(tool);

    assertThat(found).as("findings of %s", tool).isNotEmpty();
    assertThat(found)
        .as("findings of %s without an answer in %s", tool, PAGE)
        .filteredOn(finding -> answers.stream().noneMatch(answer -> answer.covers(finding)))
        .isEmpty();
    assertThat(answers)
        .as("answers in %s to what %s finds no more", PAGE, tool)
        .filteredOn(answer -> found.stream().noneMatch(answer::covers))
        .isEmpty();
  }

  /** The lines of a tool's table, one answer for each pattern of objects. */
  private static List<Answer> answers(String tool) throws IOException {
    List<Answer> answers = new ArrayList<>();
    String section = Files.readString(PAGE).split("(?m)^## " + tool + " ")[1].split("(?m)^## ")[0];
    for (String line : section.lines().filter(row -> row.startsWith("| ")).skip(1).toList()) {
      Matcher row = ROW.matcher(line);
      assertThat(row.matches()).as("a check, its objects and an answer: %s", line).isTrue();
      for (String objects : row.group(2).replace("`", "").split(" ")) {
        answers.add(new Answer(row.group(1), objects));
      }
    }
    return answers;
  }

  /** What was printed; both tools exit with 1 when they find something. */
  private String run(List<String> command) throws IOException {
    Path out = folder.resolve("out.json");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    try {
      int exit = builder.start().waitFor();
      assertThat(exit).as(() -> command.get(0) + ": " + text(err)).isBetween(0, 1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Files.readString(out);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static List<Path> manifests(Path environment) throws IOException {
    try (Stream<Path> files = Files.walk(environment)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.endsWith("kustomization.yaml"))
          .sorted()
          .toList();
    }
  }

  /** The environment and the file of an object; paths begin in dist/ or with it. */
  private static String named(Path file) {
    int first = file.getName(0).equals(DIST) ? 1 : 0;
    return file.getName(first) + "/" + file.getFileName().toString().replace(".yaml", "");
  }

  private static List<?> list(@Nullable Object value) {
    return (List<?>) Objects.requireNonNull(value);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  private static String string(Map<?, ?> map, String key) {
    return (String) Objects.requireNonNull(map.get(key), key);
  }
}
