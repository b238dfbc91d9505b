package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  private static final YamlReader READER = YamlReader.core();

  @Test
  void everyKeyAndValueKnowsItsPlace() {
    YamlMapping root =
        (YamlMapping)
            READER.read(
                "env.yaml",
                """
                # a comment
                cluster:
                  name: prod
                  zones: [a, b]
                """);
    YamlMapping cluster = (YamlMapping) root.value(0);
    YamlSequence zones = (YamlSequence) cluster.value(1);

    assertThat(root.position()).hasToString("env.yaml:2:1");
    assertThat(root.keyPosition(0)).hasToString("env.yaml:2:1");
    assertThat(cluster.position()).hasToString("env.yaml:3:3");
    assertThat(cluster.keyPosition(0)).hasToString("env.yaml:3:3");
    assertThat(cluster.value(0).position()).hasToString("env.yaml:3:9");
    assertThat(zones.position()).hasToString("env.yaml:4:10");
    assertThat(zones.get(1).position()).hasToString("env.yaml:4:14");
  }

  @Test
  void columnsCountCharactersNotBytes() {
    YamlMapping root = (YamlMapping) READER.read("f", "{é: 1, 😀: 2}");

    assertThat(root.keyPosition(1)).hasToString("f:1:8");
    assertThat(root.value(1).position()).hasToString("f:1:11");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() {
    YamlNode root = READER.read("f", "\uFEFFa: 1");

    assertThat(root.position()).hasToString("f:1:1");
    assertThat(root.toNode()).isEqualTo(Mapping.of("a", Scalar.of(1)));
  }

  @Test
  void jsonIsReadToo() {
    String json =
        "{\r\n\t\"a\":1,\"b\":[true,null,-2.5e3],\r\n\t\"c\":\"\\/\\u0041\\ud83d\\ude00\\n\"}";

    assertThat(READER.read("f.json", json).toNode())
        .isEqualTo(
            Mapping.builder()
                .put("a", 1)
                .put("b", Seq.of(Scalar.TRUE, Scalar.NULL, Scalar.of(-2500)))
                .put("c", "/A😀\n")
                .build());
  }

  @Test
  void emptyDocumentsAreLeftOut() {
    List<YamlNode> documents =
        READER.readAll("f", "---\n# nothing\n---\na: 1\n---\nnull\n---\nb\n");

    assertThat(documents)
        .extracting(YamlNode::toNode)
        .containsExactly(Mapping.of("a", Scalar.of(1)), Text.of("b"));
  }

  @Test
  void oneDocumentMayBeFollowedByAnEmptyOne() {
    assertThat(READER.read("f", "a: 1\n---\n").toNode()).isEqualTo(Mapping.of("a", Scalar.of(1)));
  }

  @Test
  void anAliasRepeatsWhatItsAnchorMarks() {
    YamlMapping root = (YamlMapping) READER.read("f", "a: &x {b: 1}\nc: *x\n");

    assertThat(root.value(1)).isSameAs(root.value(0));
    assertThat(root.toNode())
        .isEqualTo(
            Mapping.of("a", Mapping.of("b", Scalar.of(1)), "c", Mapping.of("b", Scalar.of(1))));
  }

  @Test
  void anAnchorEndsWithItsDocument() {
    assertThat(Failures.of(() -> READER.readAll("f", "a: &x 1\n---\nb: *x\n")))
        .containsExactly(
            "f:3:4: The alias '*x' has no anchor '&x' above it. Put the anchor before the value"
                + " that is meant, or put text that begins with '*' in quotes.");
  }

  @Test
  void blocksKeepTheirLines() {
    String yaml = "a: |\n  one\n    two\n\n  three\nb: >-\n  folded\n  line\n";

    assertThat(READER.read("f", yaml).toNode())
        .isEqualTo(
            Mapping.builder().put("a", "one\n  two\n\nthree\n").put("b", "folded line").build());
  }

  @ParameterizedTest
  @CsvSource({
    "~, null",
    "null, null",
    "Null, null",
    "NULL, null",
    "'', null",
    "true, true",
    "True, true",
    "TRUE, true",
    "false, false",
    "False, false",
    "FALSE, false",
    "0, 0",
    "-0, 0",
    "+12, 12",
    "007, 7",
    "0o17, 15",
    "0xFf, 255",
    "0xfF, 255",
    "9223372036854775808, 9223372036854775808",
    "-9223372036854775809, -9223372036854775809",
    "1., 1",
    ".5, 0.5",
    "-.5, -0.5",
    "+1.50, 1.5",
    "1e3, 1000",
    "1E+3, 1000",
    "12e-1, 1.2",
    "1.0, 1",
    "0.1, 0.1"
  })
  void anUnquotedScalarIsWhatTheCoreSchemaSays(String written, String expected) {
    YamlScalar scalar = YamlScalar.plain(new Position("f", 1, 1), written);

    assertThat(scalar.toNode()).isInstanceOf(Scalar.class).hasToString(expected);
    assertThat(scalar.string()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nUll",
        "tRUE",
        "yes",
        "no",
        "on",
        "off",
        "y",
        "n",
        "-",
        "+",
        ".",
        "..",
        "-.",
        "1.2.3",
        "10.0.0.1",
        "1:30",
        "2001-01-01",
        "1_000",
        "0o8",
        "0o",
        "0x",
        "0xG",
        "0b1",
        "1e",
        "1e+",
        "e3",
        ".e3",
        "+-1",
        "1 ",
        "NaN",
        "inf",
        "=",
        "<<x",
        "0O17",
        "0X1F",
        "٣"
      })
  void everythingElseIsAString(String written) {
    YamlScalar scalar = YamlScalar.plain(new Position("f", 1, 1), written);

    assertThat(scalar.toNode()).isEqualTo(Text.of(written));
    assertThat(scalar.string()).isEqualTo(written);
  }

  @Test
  void quotesAndTagsMakeStrings() {
    assertThat(READER.read("f", "- \"1\"\n- '1'\n- !!str 1\n- ! 1\n- |-\n 1\n").toNode())
        .isEqualTo(Seq.ofStrings(List.of("1", "1", "1", "1", "1")));
  }

  @Test
  void tagsOfTheCoreSchemaDecide() {
    assertThat(
            READER
                .read("f", "[!!int \"1\", !!float 1, !!bool 'true', !!null '', !!map {}, !!seq []]")
                .toNode())
        .isEqualTo(
            Seq.of(Scalar.of(1), Scalar.of(1), Scalar.TRUE, Scalar.NULL, Mapping.EMPTY, Seq.EMPTY));
  }

  @Test
  void largeMapsFindTheirDuplicates() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      yaml.append('k').append(i).append(": ").append(i).append('\n');
    }
    YamlMapping root = (YamlMapping) READER.read("f", yaml.toString());
    assertThat(root.size()).isEqualTo(100);
    assertThat(root.get("k99")).hasToString("99");

    assertThat(Failures.of(() -> READER.read("f", yaml + "k99: again\nk0: again\n")))
        .containsExactly(
            "f:101:1: The key 'k99' stands here a second time; the first is on line 100. Remove one"
                + " of the two.",
            "f:102:1: The key 'k0' stands here a second time; the first is on line 1. Remove one of"
                + " the two.");
  }

  @Test
  void bytesAndStringsAreReadAlike() {
    String yaml = "a: é😀\n";

    assertThat(READER.read("f", yaml.getBytes(StandardCharsets.UTF_8)).toNode())
        .isEqualTo(READER.read("f", yaml).toNode())
        .isEqualTo(Mapping.of("a", "é😀"));
  }
}
