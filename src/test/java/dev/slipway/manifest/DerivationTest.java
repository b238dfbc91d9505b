package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DerivationTest {

  /** FIPS 180-2, appendix B.1. */
  @Test
  void digestsAreLowerCaseHexadecimal() {
    assertThat(Derivation.SHA256.apply("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  /** RFC 4648, section 10, and UTF-8. */
  @Test
  void base64IsPaddedAndOfUtf8() {
    assertThat(Derivation.BASE64.apply("foob")).isEqualTo("Zm9vYg==");
    assertThat(Derivation.BASE64.apply("")).isEmpty();
    assertThat(Derivation.BASE64.apply("\u00e9\ud83d\ude00")).isEqualTo("w6nwn5iA");
  }

  @Test
  void jsonStringsAreQuoted() {
    assertThat(Derivation.JSON_STRING.apply("a\"b")).isEqualTo("\"a\\\"b\"");
  }

  @Test
  void bytesOfHalfASurrogatePairAreRefused() {
    assertThatThrownBy(() -> Derivation.BASE64.apply("hunter2\ud800"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> Derivation.SHA256.apply("\udc00"))
        .isInstanceOf(InvalidInputException.class);
  }
}
