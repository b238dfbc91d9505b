package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on post-rendering shows is what the command does. */
class PostRenderPageTest {
  @TempDir Path folder;

  private static List<String> examples() throws IOException {
    return PageExamples.of("docs/post-render.md", "yaml");
  }

  private Outcome run(String environment) throws IOException {
    Files.writeString(folder.resolve("vendor-prod.yaml"), environment);
    return Shipped.reading(
        examples().get(1), folder, Map.of(), "post-render", "-f", "vendor-prod.yaml");
  }

  /** Rules that the page shows alone, after those of the environment that it shows first. */
  private static String inTheEnvironment(String section) throws IOException {
    assertThat(section).startsWith("postRender:\n");
    return examples().get(0) + section.substring("postRender:\n".length());
  }

  @Test
  void theTrainerBecomesWhatIsShownAndTheAccountGoesOnAsItCame() throws IOException {
    Outcome outcome = run(examples().get(0));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    String came = examples().get(1);
    assertThat(outcome.out())
        .startsWith(came.substring(0, came.indexOf("---\n# Source: vendor/templates/web.yaml")))
        .contains("      nodeSelector:\n        hs-component: platform\n---\n")
        .endsWith(examples().get(2));
  }

  @Test
  void secretsAndIdentityAreGivenAsIsSaid() throws IOException {
    Outcome outcome = run(inTheEnvironment(examples().get(3)));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains(
            "    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/vendor\n",
            "        - name: DB_PASSWORD\n",
            "          mountPath: /etc/tls\n",
            "      - name: registry-login\n");
  }

  @Test
  void theProfileOfThePageIsGivenToEveryContainer() throws IOException {
    Outcome outcome = run(inTheEnvironment(examples().get(4)));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out().split("- SETUID\n", -1)).hasSize(3);
  }

  @Test
  void thePatchOfThePageIsMade() throws IOException {
    Outcome outcome = run(inTheEnvironment(examples().get(5)));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out().split("terminationGracePeriodSeconds: 120\n", -1)).hasSize(3);
  }
}
