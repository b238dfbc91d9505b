package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As {@code k8s.io/apimachinery/pkg/util/validation} has it. */
class NamesTest {
  private static final String LONG = "a".repeat(63);

  @ParameterizedTest
  @ValueSource(strings = {"a", "a1", "1a", "9", "a-b", "a--b", "123"})
  void labels(String name) {
    assertThat(Names.label(name)).isEmpty();
    assertThat(Names.label(LONG)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A",
        "a.b",
        "-a",
        "a-",
        "a_b",
        "a b",
        "a?",
        "\u00e9",
        "a\n",
        "\u0161",
        "a\u0161b",
        "a\ud83d\ude00b"
      })
  void noLabels(String name) {
    assertThat(Names.label(name)).isPresent();
    assertThat(Names.label(LONG + "a")).contains("is 64 characters long; at most 63 may be");
  }

  @ParameterizedTest
  @CsvSource({"a, true", "a-1, true", "1a, false", "a., false", "a-, false"})
  void servicesBeginWithALetter(String name, boolean fits) {
    assertThat(Names.service(name).isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "a.b, true",
    "1.2.3, true",
    "a-b.c-d, true",
    "a, true",
    "a..b, false",
    ".a, false",
    "a., false",
    "a.-b, false",
    "A.b, false",
    "a_b, false",
    "a\u012eb, false"
  })
  void subdomains(String name, boolean fits) {
    assertThat(Names.subdomain(name).isEmpty()).isEqualTo(fits);
  }

  @Test
  void subdomainsMayBe253CharactersLong() {
    assertThat(Names.subdomain("a".repeat(253))).isEmpty();
    assertThat(Names.subdomain("a".repeat(254))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "app, true",
    "App_1.x, true",
    "app.kubernetes.io/name, true",
    "a/b, true",
    "1/2, true",
    "'', false",
    "/a, false",
    "a/, false",
    "a/b/c, false",
    "A.io/a, false",
    "-a, false",
    "a b, false",
    "x_y/a, false"
  })
  void labelKeys(String key, boolean fits) {
    assertThat(Names.labelKey(key).isEmpty()).isEqualTo(fits);
  }

  @Test
  void aLabelKeysPrefixIsNotCountedIntoItsName() {
    assertThat(Names.labelKey("example.com/" + LONG)).isEmpty();
    assertThat(Names.labelKey("example.com/" + LONG + "a")).isPresent();
    assertThat(Names.labelKey("Example.com/a").orElseThrow())
        .startsWith("has the prefix 'Example.com', which may only have lower-case letters");
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "a, true",
    "A_b.c-1, true",
    "40.1, true",
    "-a, false",
    "a-, false",
    "a b, false",
    "a/b, false",
    "v1+2, false"
  })
  void labelValues(String value, boolean fits) {
    assertThat(Names.labelValue(value).isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "FORMS_DB_HOST, true",
    "a.b-c, true",
    "_, true",
    "-a, true",
    ".a, true",
    "'', false",
    "1A, false",
    "A B, false",
    "A=B, false",
    "., false",
    ".., false",
    "..a, false"
  })
  void environmentVariables(String name, boolean fits) {
    assertThat(Names.envVar(name).isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "tls.crt, true",
    "1, true",
    ".dockerconfigjson, true",
    "a_B-c, true",
    "'', false",
    "a/b, false",
    "a b, false",
    "., false",
    ".., false",
    "..data, false"
  })
  void keysOfData(String key, boolean fits) {
    assertThat(Names.dataKey(key).isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "http, true",
    "h, true",
    "http-2, true",
    "1a, true",
    "123-a, true",
    "a23456789012345, true",
    "'', false",
    "80, false",
    "1-2, false",
    "-a, false",
    "a-, false",
    "a--b, false",
    "Http, false",
    "a_b, false",
    "a234567890123456, false"
  })
  void ports(String name, boolean fits) {
    assertThat(Names.port(name).isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "40.1+build.7, 40.1-build.7",
    "-a-, a",
    "feature/x, feature-x",
    "'', ''",
    "++, ''",
  })
  void anythingCanBecomeALabelsValue(String any, String value) {
    assertThat(Names.toLabelValue(any)).isEqualTo(value);
    assertThat(Names.labelValue(Names.toLabelValue(any))).isEmpty();
    assertThat(Names.labelValue(Names.toLabelValue("a".repeat(62) + "-bc"))).isEmpty();
  }

  @Test
  void aNameThatFitsStaysAndALongerOneGetsADigest() {
    assertThat(Names.shorten("short", 63)).isEqualTo("short");
    String one = Names.shorten("x".repeat(70) + "1", 63);
    String other = Names.shorten("x".repeat(70) + "2", 63);

    assertThat(one).hasSize(63).matches("x{54}-[0-9a-f]{8}").isNotEqualTo(other);
    assertThat(Names.label(Names.shorten("a".repeat(53) + "--" + "b".repeat(20), 63))).isEmpty();
  }
}
