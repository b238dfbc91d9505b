package dev.slipway.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of what the model says, docs/notices.md. */
class NoticesPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  @Test
  void itHasEveryIdThatTheModelGivesAndNoOther() throws IOException {
    List<String> listed =
        ROW.matcher(Files.readString(Path.of("docs/notices.md")))
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(listed).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(40);
    String sources = sources();
    assertThat(listed).allMatch(id -> sources.contains('"' + id + '"'));
    // Where a notice is made with its id in the call; others are made with a constant.
    assertThat(
            Pattern.compile("Notice\\s*\\.(?:warning|error|info)\\(\\s*\"([a-z-]+)\"")
                .matcher(sources)
                .results()
                .map(made -> made.group(1)))
        .isSubsetOf(listed);
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/check/"))
          .map(NoticesPageTest::content)
          .collect(Collectors.joining());
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
