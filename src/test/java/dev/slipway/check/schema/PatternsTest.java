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
        "^a{2}$ aa true",
        "^a{2}$ aaa false",
        "^[a-z]{1,63}(\\.[a-z]{1,63}){0,10}$ a.b true",
        "^\\p{L}+$ äß true"
      })
  void aStringIsRefusedThatDoesNotMatch(String pattern, String written, boolean matches) {
    assertThat(new Patterns().refuses(pattern, written)).isNotEqualTo(matches);
  }

  @Test
  void theEndIsNotBeforeALineEnd() {
    assertThat(new Patterns().refuses("^a$", "a\n")).isTrue();
  }

  @Test
  void flagsMeanWhatTheyMeanInGo() {
    assertThat(new Patterns().refuses("(?m)^a$", "x\na\nx")).isFalse();
    assertThat(new Patterns().refuses("^a{,5}$", "a{,5}")).isFalse();
    assertThat(new Patterns().refuses("^a{,5}$", "aaa")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(unfinished", "[[:unheard:]]", "a\\", "(?=a)a", "(a)\\1"})
  void whatGoDoesNotReadIsNotJudged(String pattern) {
    assertThat(new Patterns().refuses(pattern, "x")).isFalse();
  }

  @Test
  void noPatternTakesLong() {
    assertTimeoutPreemptively(
        ofSeconds(10),
        () -> {
          assertThat(new Patterns().refuses("^a*a*a*a*a*a*c$", "a".repeat(5_000))).isTrue();
          assertThat(new Patterns().refuses("(".repeat(50_000), "a")).isFalse();
          assertThat(new Patterns().refuses("^(?:a|b)*$", "ab".repeat(50_000) + "c")).isTrue();
          assertThat(new Patterns().refuses("^(((a{1000}){1000}){1000})$", "a")).isFalse();
          assertThat(new Patterns().refuses("^(((a{10}){10}){10})$", "a")).isTrue();
        });
  }
}
