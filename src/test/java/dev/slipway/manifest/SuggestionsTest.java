package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  private static final List<String> WORDS =
      List.of("platform", "trainer", "replicas", "namespace", "id", "is");

  @ParameterizedTest
  @CsvSource({
    "train, trainer",
    "trainr, trainer",
    "trianer, trainer",
    "Platform, platform",
    "platfrom, platform",
    "plattform, platform",
    "replica, replicas",
    "namspaec, namespace",
    "ip, id",
    "ID, id",
  })
  void theNearestWordIsMeant(String word, String meant) {
    assertThat(Suggestions.closest(word, WORDS)).contains(meant);
    assertThat(Suggestions.didYouMean(word, WORDS)).isEqualTo("Did you mean '" + meant + "'?");
  }

  @ParameterizedTest
  @CsvSource({"database", "x", "''", "formplat", "no"})
  void aWordThatIsFarFromAllIsNotGuessed(String word) {
    assertThat(Suggestions.closest(word, WORDS)).isEmpty();
    assertThat(Suggestions.didYouMean(word, WORDS)).isEmpty();
  }

  @Test
  void aSingleLetterIsOnlyMeantInAnotherCase() {
    assertThat(Suggestions.closest("x", List.of("y"))).isEmpty();
    assertThat(Suggestions.closest("X", List.of("x"))).contains("x");
  }

  @Test
  void ofTwoThatAreEquallyNearTheFirstByNameIsMeant() {
    assertThat(Suggestions.closest("bat", List.of("cat", "bar"))).contains("bar");
  }
}
