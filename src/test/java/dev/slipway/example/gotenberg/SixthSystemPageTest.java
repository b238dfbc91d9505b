package dev.slipway.example.gotenberg;

import static dev.slipway.testing.GeneratedFile.isCurrent;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on adding a system shows the example that is compiled and tested here. */
class SixthSystemPageTest {
  private static final String PAGE = "docs/a-sixth-system.md";
  private static final Path HERE = Path.of("src/test/java/dev/slipway/example/gotenberg");
  private static final Pattern SHOWN =
      Pattern.compile("(<!-- (\\w+\\.java) -->\n\n```java\n)(.*?)(```)", Pattern.DOTALL);
  private static final Pattern ENVIRONMENT = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void theCodeOfThePageIsThatOfTheFiles() throws IOException {
    String page = Files.readString(Path.of(PAGE));
    StringBuilder current = new StringBuilder();
    Matcher matcher = SHOWN.matcher(page);
    int shown = 0;
    while (matcher.find()) {
      String file = Files.readString(HERE.resolve(matcher.group(2)));
      String code = file.substring(file.indexOf("/**"));
      matcher.appendReplacement(
          current, Matcher.quoteReplacement(matcher.group(1) + code + matcher.group(4)));
      shown++;
    }
    matcher.appendTail(current);

    assertThat(shown).isEqualTo(2);
    isCurrent(PAGE, current.toString());
  }

  @Test
  void theLinesOfTheFilesAreCounted() throws IOException {
    String page = Files.readString(Path.of(PAGE));

    try (Stream<Path> files = Files.list(HERE)) {
      for (Path file : files.filter(file -> !file.endsWith("SixthSystemPageTest.java")).toList()) {
        assertThat(page)
            .containsPattern(
                "gotenberg/%s`[^|]*\\| %d \\|"
                    .formatted(file.getFileName(), Files.readAllLines(file).size()));
      }
    }
    Matcher matcher = ENVIRONMENT.matcher(page);
    assertThat(matcher.find()).isTrue();
    assertThat(page)
        .contains(
            "`environments/gotenberg.yaml` | %d |".formatted(matcher.group(1).lines().count()));
  }

  @Test
  void theEnvironmentOfThePageIsRendered() throws IOException {
    Matcher matcher = ENVIRONMENT.matcher(Files.readString(Path.of(PAGE)));
    assertThat(matcher.find()).isTrue();

    assertThat(GotenbergTest.plan(matcher.group(1)).all().ofKind("Deployment")).hasSize(1);
  }
}
