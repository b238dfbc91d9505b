package dev.slipway.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputsTest {

  @ParameterizedTest
  @CsvSource({
    "env.yaml, base.yaml, base.yaml",
    "env.yaml, ./base.yaml, base.yaml",
    "env.yaml, a//b.yaml, a/b.yaml",
    "a/env.yaml, base.yaml, a/base.yaml",
    "a/b/env.yaml, ../base.yaml, a/base.yaml",
    "a/b/env.yaml, ../../base.yaml, base.yaml",
    "a/env.yaml, ../../base.yaml, ../base.yaml",
    "../env.yaml, ../base.yaml, ../../base.yaml",
    "/a/env.yaml, base.yaml, /a/base.yaml",
    "/a/env.yaml, ../base.yaml, /base.yaml",
    "a/env.yaml, /etc/base.yaml, /etc/base.yaml",
    "-, base.yaml, base.yaml"
  })
  void aPathIsRelativeToTheFolderOfTheFileItStandsIn(String file, String path, String expected) {
    assertThat(new KnownFiles().inputs().locate(file, path)).isEqualTo(expected);
  }
}
