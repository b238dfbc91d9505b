package dev.slipway.cdk8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide quotes stands in the examples, word for word. */
class GuideTest {
  private static final Path GUIDE = Path.of("docs/cdk8s.md");
  private static final Path EXAMPLES = Path.of("examples");

  @Test
  void everyBlockOfCodeIsOfAnExample() throws IOException {
    List<String> blocks = new ArrayList<>();
    for (String language : List.of("java", "xml", "yaml")) {
      blocks.addAll(blocks(language));
    }
    List<String> sources = sources();

    assertThat(blocks).hasSizeGreaterThan(10);
    assertThat(blocks)
        .allSatisfy(
            block ->
                assertThat(sources)
                    .as("quoted in %s, and in no example:%n%s", GUIDE, block)
                    .anyMatch(source -> source.contains(block)));
  }

  @Test
  void everyPartThatAnExampleMarksForTheGuideIsQuoted() throws IOException {
    Pattern marked = Pattern.compile(" *// docs:(?!end)\\S+\n(.*?) *// docs:end\n", Pattern.DOTALL);
    String guide = Files.readString(GUIDE);
    List<String> parts = new ArrayList<>();
    for (String source : sources()) {
      marked.matcher(source).results().forEach(part -> parts.add(part.group(1).stripTrailing()));
    }

    assertThat(parts).hasSizeGreaterThan(8).allSatisfy(part -> assertThat(guide).contains(part));
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(GUIDE))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    try (var files = Files.walk(EXAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        boolean made = file.toString().matches(".*/(target|dist|node_modules)/.*");
        if (!made && file.toString().matches(".*\\.(java|xml|yaml)")) {
          sources.add(Files.readString(file));
        }
      }
    }
    return sources;
  }
}
