package dev.slipway.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/default-checks.md says of other checkers' checks is said of rules that there are. */
class DefaultChecksTest {
  private static final Path PAGE = Path.of("docs/default-checks.md");
  private static final Pattern ANSWER =
      Pattern.compile(
          "\\| [a-z0-9-]+ \\| ((ours|placement|pod security): .*`[a-z-]+`.*|left out: .+) \\|");
  private static final Pattern RULE = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`");

  private static List<String> rows() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("| ") && !line.startsWith("| check ")) {
        rows.add(line);
      }
    }
    return rows;
  }

  @Test
  void everyCheckIsAnsweredOnce() throws IOException {
    assertThat(rows()).hasSize(33 + 31).allMatch(row -> ANSWER.matcher(row).matches());
    assertThat(rows().stream().map(row -> row.split(" ")[1])).doesNotHaveDuplicates();
  }

  @Test
  void everyRuleThatIsNamedIsThere() throws IOException {
    List<String> named =
        RULE.matcher(String.join("\n", rows())).results().map(MatchResult::group).toList();

    assertThat(named).isNotEmpty();
    assertThat(Rules.ids())
        .containsAll(named.stream().map(quoted -> quoted.replace("`", "")).distinct().toList());
  }
}
