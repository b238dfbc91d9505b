package dev.slipway.check.schema;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns as Go's regexp reads them. */
class PatternsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "^a$ a true",
        "^a$ ab false",
        "b abc true",
        "^[[:alpha:]]+$ aZ true",
        "^[[:alpha:]]+$ a1 false",
        "^[^[:digit:]x]+$ ab true",
        "^[^[:digit:]x]+$ a1 false",
        "^[[:^alpha:]]+$ 12 true",
        "^[]a]+$ ]a true",
        "^[[a]+$ [a true",
        "^[a&&b]+$ a&b true",
        "^[a&&b]+$ c false",
        "^[a\\]]+$ ]a true",
        "^(?P<name>a)$ a true",
        "^(?i)a$ A true",
        "^(?:a|b)$ b true",
        "^\\$a$ $a true",
        "^\\p{L}+$ äß true"
      })
  void aStringIsRefusedThatDoesNotMatch(String pattern, String written, boolean matches) {
    assertThat(new Patterns().refuses(pattern, written)).isNotEqualTo(matches);
  }

  @Test
  void theEndIsNotBeforeALineEnd() {
    assertThat(new Patterns().refuses("^a$", "a\n")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?m)^a$",
        "(?U)a*b",
        "(unfinished",
        "a{,5}",
        "[[:unheard:]]",
        "[[::]]",
        "[[:^:]]",
        "a\\"
      })
  void whatIsReadDifferentlyOrNotAtAllIsNotJudged(String pattern) {
    assertThat(new Patterns().refuses(pattern, "x\nax")).isFalse();
  }

  @Test
  void whatWouldTakeLongIsNotJudged() {
    assertTimeoutPreemptively(
        ofSeconds(5),
        () -> {
          assertThat(new Patterns().refuses("^a*a*a*a*a*a*c$", "a".repeat(500))).isFalse();
          Patterns patterns = new Patterns();
          for (int i = 0; i < 100_000; i++) {
            assertThat(patterns.refuses("^a*a*a*a*a*a*c$", "a".repeat(500) + i)).isFalse();
          }
          assertThat(new Patterns().refuses("(".repeat(50_000), "a")).isFalse();
          assertThat(new Patterns().refuses("^(?:a|b)*$", "ab".repeat(50_000) + "c")).isFalse();
        });
  }
}
