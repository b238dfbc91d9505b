package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which style a string is written in. */
class YamlStringsTest {
  @Nested
  class PlainStrings {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "a",
          "platform",
          "100m",
          "512Mi",
          "1.5Gi",
          "30s",
          "v1.2.3",
          "nginx:1.27",
          "a b",
          "a  b",
          "10.0.0.0/8",
          "/healthz",
          "./run",
          "--flag=x",
          "-c",
          "$(POD_NAME)",
          "_",
          "a#b",
          "a:b",
          "http://example.com/?a=b&c=[d]",
          "say \"hi\"",
          "it's",
          "a, b",
          "a - b",
          "caf\u00e9",
          "\u65e5\u672c\u8a9e",
          "\ud83d\ude00",
          "yesterday",
          "nothing",
          "nullable",
          "Infinity",
          "NaN",
          "12:30pm",
          "0xyz",
          "1-z",
          "\\d+",
          "^a$",
          "system:serviceaccounts",
          "2024-xy",
          "+a",
          "y2"
        })
    void areWrittenPlainlyWhereEveryReaderTakesThemForStrings(String text) {
      assertThat(YamlWriter.write(Mapping.of("key", text))).isEqualTo("key: " + text + "\n");
    }

    @Test
    void areNeverFolded() {
      String text = "word ".repeat(2000) + "end";

      assertThat(YamlWriter.write(Mapping.of("key", text))).isEqualTo("key: " + text + "\n");
    }
  }

  @Nested
  class QuotedStrings {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "", "~", "~/x", "null", "Null", "NULL", "nULL", "true", "TRUE", "False", "yes", "Yes",
          "NO", "on", "Off", "y", "Y", "n", "N"
        })
    void whatAReaderTakesForABooleanOrNull(String text) {
      assertQuoted(text);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "0",
          "8080",
          "-1",
          "+1",
          "017",
          "08",
          "0o17",
          "0x1F",
          "0b101",
          "1e3",
          "1E+3",
          "12e45678",
          "1_000",
          "1.5",
          ".5",
          "5.",
          "-.5",
          "1.27",
          "1.2.3",
          "10.0.0.1",
          ".inf",
          "-.INF",
          "+.Inf",
          ".NaN",
          "1,000",
          "0xFFFFFFFFFFFFFFFFF",
          ".",
          "..",
          "-."
        })
    void whatAReaderTakesForANumber(String text) {
      assertQuoted(text);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2024-01-01",
          "2024-1-1",
          "2001-12-14t21:59:43.10-05:00",
          "2001-12-14 21:59:43.10 -5",
          "2024-01-01T00:00:00Z",
          "1:20",
          "190:20:30",
          "190:20:30.15",
          "8080:80"
        })
    void whatAReaderTakesForATime(String text) {
      assertQuoted(text);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "-", "--- a", "---", "...", "... a", "- a", "?", "? a", ":", ":8080", "a:", "a: b", ",a",
          "[a]", "{a}", "]", "}", "#a", "a #b", "&a", "*a", "!a", "|", ">", "'a'", "%a", "@a",
          "`a`", "=", "=a", "<<", "<none>"
        })
    void whatHasAnIndicatorWhereItCounts(String text) {
      assertQuoted(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " a", "a ", "  a  "})
    void whatBeginsOrEndsWithASpace(String text) {
      assertQuoted(text);
    }

    static Stream<Arguments> escapes() {
      return Stream.of(
          Arguments.of("\"a\"", "\"\\\"a\\\"\""),
          Arguments.of("{\"a\": \"\\n\"}", "\"{\\\"a\\\": \\\"\\\\n\\\"}\""),
          Arguments.of("a\tb", "\"a\\tb\""),
          Arguments.of("a\r\nb", "\"a\\r\\nb\""),
          Arguments.of("\u0000", "\"\\u0000\""),
          Arguments.of("\u001b[1m", "\"\\u001b[1m\""),
          Arguments.of("\u007f", "\"\\u007f\""),
          Arguments.of("a\u0085b", "\"a\\u0085b\""),
          Arguments.of("a\u2028b\u2029", "\"a\\u2028b\\u2029\""),
          Arguments.of("\ufeffa", "\"\\ufeffa\""),
          Arguments.of("\ufffe\uffff", "\"\\ufffe\\uffff\""),
          Arguments.of("a\u00a0b", "\"a\\u00a0b\""),
          Arguments.of("a\u200bb", "\"a\\u200bb\""),
          Arguments.of("user\u202enimda", "\"user\\u202enimda\""),
          Arguments.of("\u00e9: \ud83d\ude00", "\"\u00e9: \ud83d\ude00\""));
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void whatCannotBeSeenOrStandAsItIsIsEscaped(String text, String quoted) {
      assertThat(YamlWriter.write(Mapping.of("key", text))).isEqualTo("key: " + quoted + "\n");
    }

    private void assertQuoted(String text) {
      assertThat(YamlWriter.write(Mapping.of("key", text))).isEqualTo("key: \"" + text + "\"\n");
      assertThat(YamlWriter.write(Mapping.of(text, Scalar.of(1))))
          .isEqualTo("\"" + text + "\": 1\n");
    }
  }

  @Nested
  class Blocks {
    @Test
    void aTextThatEndsWithALineFeedIsClipped() {
      assertBlock("set -e\nexec run\n", "key: |\n  set -e\n  exec run\n");
      assertBlock("one line\n", "key: |\n  one line\n");
    }

    @Test
    void aTextWithoutAFinalLineFeedIsStripped() {
      assertBlock("a\nb", "key: |-\n  a\n  b\n");
    }

    @Test
    void aTextWithSeveralFinalLineFeedsKeepsThem() {
      assertBlock("a\n\n\n", "key: |+\n  a\n\n\n");
    }

    @Test
    void emptyLinesHaveNoIndentation() {
      assertBlock("\n\na\n\nb\n", "key: |\n\n\n  a\n\n  b\n");
    }

    @Test
    void aFirstLineWithWhiteSpaceNeedsTheIndentationTold() {
      assertBlock(" a\nb\n", "key: |2\n   a\n  b\n");
      assertBlock("\n  a\nb", "key: |2-\n\n    a\n  b\n");
      assertBlock("\ta\nb\n\n", "key: |2+\n  \ta\n  b\n\n");
    }

    @Test
    void documentMarkersInsideATextAreIndented() {
      assertBlock("---\na\n...\n", "key: |\n  ---\n  a\n  ...\n");
    }

    @Test
    void whatWouldBeYamlIsText() {
      assertBlock("a: b\n# c\n- \"d\n", "key: |\n  a: b\n  # c\n  - \"d\n");
    }

    @Test
    void tabsAndSpacesAtLineEndsAreKept() {
      assertBlock("a \n\tb\t\nc\n", "key: |\n  a \n  \tb\t\n  c\n");
    }

    @Test
    void inListsTheyAreIndentedBelowTheDash() {
      Node tree =
          Seq.of(
              Text.of("a\nb\n"),
              Seq.of(Text.of(" c\nd\n")),
              Mapping.of("e", Seq.of(Mapping.of("f", "g\n"), Text.of("h\n"))));

      assertThat(YamlWriter.write(tree))
          .isEqualTo(
              """
              - |
                a
                b
              - - |2
                   c
                  d
              - e:
                - f: |
                    g
                - |
                  h
              """);
    }

    @ParameterizedTest
    @CsvSource({
      "'\n',\\n",
      "'\n\n',\\n\\n",
      "'a\n ','a\\n '",
      "'a\n\t\n',a\\n\\t\\n",
      "' \n',' \\n'"
    })
    void aTextThatEndsInWhiteSpaceAloneIsQuoted(String text, String escaped) {
      assertThat(YamlWriter.write(Mapping.of("key", text))).isEqualTo("key: \"" + escaped + "\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\u0085", "\u2028", "\u2029", "\ufeff", "\u0000"})
    void aTextWithALineEndOfOneVersionOrAControlCharacterIsQuoted(String odd) {
      assertThat(YamlWriter.write(Mapping.of("key", "a" + odd + "\nb\n")))
          .startsWith("key: \"a\\")
          .endsWith("\\nb\\n\"\n");
    }

    private void assertBlock(String text, String yaml) {
      assertThat(YamlWriter.write(Mapping.of("key", text))).isEqualTo(yaml);
    }
  }
}
