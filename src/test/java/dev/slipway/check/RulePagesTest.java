package dev.slipway.check;

import static dev.slipway.testing.GeneratedFile.isCurrent;

import dev.slipway.check.format.RulePage;
import dev.slipway.check.rule.Rules;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The page of the rules is as they are; {@code -Dslipway.update=true} writes it anew. */
class RulePagesTest {

  @Test
  void thePageOfTheRules() throws IOException {
    isCurrent("docs/rules.md", RulePage.markdown(Rules.all()));
  }
}
