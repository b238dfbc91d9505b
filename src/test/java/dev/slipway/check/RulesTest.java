package dev.slipway.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.catalog.Catalog;
import dev.slipway.check.rule.Rules;
import dev.slipway.environment.Environment;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rule. */
class RulesTest {
  private static final Pattern RULE =
      Pattern.compile("final class \\w+ (implements Rule|extends ScenarioRule) \\{");
  private static final Path SOURCES = Path.of("src/main/java/dev/slipway/check/rule");

  static Stream<Arguments> rules() {
    return Rules.all().stream().map(rule -> Arguments.of(rule.id(), rule));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theFailingExampleBreaksTheRuleOnceAndNoOther(String id, Rule rule) {
    RuleText text = rule.text();

    assertThat(check(text.cluster(), text.failing()).findings())
        .extracting(Finding::rule, f -> f.path().toString(), Finding::message, Finding::severity)
        .containsExactly(tuple(id, text.path(), text.message(), rule.severity()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void thePassingExampleBreaksNoRule(String id, Rule rule) {
    RuleText text = rule.text();

    assertThat(check(text.cluster(), text.passing()).findings())
        .allMatch(Finding::isWaived, "is waived");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theIdIsTheClassNameInKebabCase(String id, Rule rule) {
    String kebab =
        rule.getClass()
            .getSimpleName()
            .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT);

    assertThat(id).isEqualTo(kebab);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void everyTextIsWholeSentences(String id, Rule rule) {
    RuleText text = rule.text();

    assertThat(List.of(text.summary(), text.why(), text.remedy(), text.message()))
        .allSatisfy(sentence -> assertThat(sentence).matches("(?s)[A-Z'].*\\."));
    assertThat(text.summary()).doesNotContain(". ");
    assertThat(List.of(text.failing(), text.passing()))
        .allSatisfy(example -> assertThat(example).endsWith("\n"));
  }

  @Test
  void everyRuleIsListedByItsIdInTurn() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> written =
          files
              .filter(RulesTest::isRule)
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .toList();
      assertThat(Rules.all())
          .extracting(rule -> rule.getClass().getSimpleName())
          .containsExactlyInAnyOrderElementsOf(written);
    }
    assertThat(Rules.all()).extracting(Rule::id).isSorted().doesNotHaveDuplicates();
  }

  private static boolean isRule(Path file) {
    try {
      return RULE.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Report check(String cluster, String manifests) {
    if (manifests.startsWith("environment:")) {
      Environment environment = read(manifests);
      return environment.check(environment.plan().withLeftOut());
    }
    return checks(cluster).run(Manifests.of(manifests), List.of());
  }

  private static Checks checks(String cluster) {
    if (cluster.isEmpty()) {
      return Checks.ofManifestsAlone();
    }
    Environment environment = environment(cluster);
    return Checks.of(environment.cluster(), List.of(), List.of())
        .requiring(environment.requirements())
        .holding(environment.scenarios());
  }

  private static Environment environment(String cluster) {
    return read("environment: example\n" + cluster);
  }

  private static Environment read(String file) {
    return new Environments(Catalog.systems())
        .read("example.yaml", Inputs.of(Map.of("example.yaml", file.getBytes(UTF_8)), Map.of()))
        .orElseThrow();
  }
}
