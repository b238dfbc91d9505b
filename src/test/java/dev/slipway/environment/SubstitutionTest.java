package dev.slipway.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubstitutionTest {
  private final KnownFiles files =
      KnownFiles.with("envs/secrets/db", "hush\n")
          .and("certs/tls.key", "line 1\nline 2\r\n")
          .and("latin1", new byte[] {'a', (byte) 0xE9})
          .and("large", "x".repeat((1 << 20) + 1))
          .variable("DB", "hunter2")
          .variable("EMPTY", "");
  private final List<Problem> problems = new ArrayList<>();

  @Test
  void aVariableIsASecret() {
    assertThat(text("${env:DB}")).isEqualTo(Text.secret("hunter2"));
  }

  @Test
  void aFileIsASecretWithoutItsLastLineBreak() {
    assertThat(text("${file:secrets/db}")).isEqualTo(Text.secret("hush"));
    assertThat(text("${file:../certs/tls.key}")).isEqualTo(Text.secret("line 1\nline 2"));
  }

  @Test
  void whatHoldsASecretIsOne() {
    assertThat(text("postgres://app:${env:DB}@db/${file:secrets/db}?x=${y}"))
        .isEqualTo(Text.secret("postgres://app:hunter2@db/hush?x=${y}"));
  }

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "$HOME, $HOME",
    "${HOME}, ${HOME}",
    "$(DB), $(DB)",
    "$${env:DB}, ${env:DB}",
    "a$${file:x}b$${env:DB}, a${file:x}b${env:DB}",
    "$${x}, $${x}",
    "$${other:x} $${PORT:-80}, ${other:x} ${PORT:-80}",
    "${PORT-80} ${1:x}, ${PORT-80} ${1:x}",
    "$$${env:DB}, $${env:DB}",
    "$$, $$"
  })
  void everythingElseIsTakenAsItStands(String written, String expected) {
    assertThat(text(written)).isEqualTo(Text.of(expected));
    assertThat(new Substitution(files.inputs()).asks(written)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${env:DB}", "a${file:x}", "$${env:DB}${env:DB}", "${env:", "${env:}"})
  void whatAsksForAValueIsKnownBeforehand(String written) {
    assertThat(new Substitution(files.inputs()).asks(written)).isTrue();
  }

  @Test
  void anyOtherWordIsRefusedForItIsLikelyAMisspelling() {
    said(
        "${evn:DB}",
        "'${evn:' asks for a value from a place that there is not; there is '${env:NAME}' and"
            + " '${file:path}'. Did you mean '${env:'? If it is meant as it stands, write"
            + " '$${evn:'.");
    said(
        "${ENV:DB}",
        "'${ENV:' asks for a value from a place that there is not; there is '${env:NAME}' and"
            + " '${file:path}'. Did you mean '${env:'? If it is meant as it stands, write"
            + " '$${ENV:'.");
    said(
        "echo ${PORT:-8080}",
        "'${PORT:' asks for a value from a place that there is not; there is '${env:NAME}' and"
            + " '${file:path}'. If it is meant as it stands, write '$${PORT:'.");
  }

  @Test
  void severalWordsThatAreNoneAreSaidOneByOne() {
    assertThat(text("${vault:a}${env:DB}${fiel:b}")).isNull();
    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly(
            "'${vault:' asks for a value from a place that there is not; there is '${env:NAME}' and"
                + " '${file:path}'.",
            "'${fiel:' asks for a value from a place that there is not; there is '${env:NAME}' and"
                + " '${file:path}'.");
  }

  @Test
  void whatCannotBeHadIsSaid() {
    said(
        "${env:NOPE}",
        "The environment variable 'NOPE' is not set, or is empty. Set it before you run this.");
    said(
        "${env:EMPTY}",
        "The environment variable 'EMPTY' is not set, or is empty. Set it before you run this.");
    said(
        "${env:a b}",
        "'a b' is no name of an environment variable. Write, for example, '${env:DB_PASSWORD}'.");
    said(
        "${env:}",
        "'' is no name of an environment variable. Write, for example, '${env:DB_PASSWORD}'.");
    said(
        "x${env:DB",
        "'${env:' has no closing '}'. Close it, or write '$${env:' if it is meant as it stands.");
    said(
        "${file:DB",
        "'${file:' has no closing '}'. Close it, or write '$${file:' if it is meant as it stands.");
    said(
        "${file:nope}",
        "There is no file 'envs/nope'. Write a path that is relative to the folder of"
            + " envs/prod.yaml.");
    said("${file:../latin1}", "The file 'latin1' is no text in UTF-8. Give a text, or encode it.");
    said(
        "${file:../large}",
        "The file 'large' has more than 1,048,576 bytes. A Secret cannot hold more; give a smaller"
            + " file.");
  }

  @Test
  void everythingThatIsMissingInAStringIsSaid() {
    assertThat(text("${env:A}${env:DB}${env:B}")).isNull();
    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly(
            "The environment variable 'A' is not set, or is empty.",
            "The environment variable 'B' is not set, or is empty.");
  }

  private void said(String written, String expected) {
    problems.clear();
    assertThat(text(written)).isNull();
    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly("envs/prod.yaml:3:5: " + expected);
  }

  private @org.jspecify.annotations.Nullable Text text(String written) {
    YamlScalar scalar = YamlScalar.string(new Position("envs/prod.yaml", 3, 5), written);
    return new Substitution(files.inputs()).text(scalar, problems::add);
  }
}
