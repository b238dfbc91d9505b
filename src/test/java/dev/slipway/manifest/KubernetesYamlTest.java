package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests mean to us what they mean to sigs.k8s.io/yaml 1.6.0, whose answers stand here. */
class KubernetesYamlTest {
  private final Problems notices = new Problems();
  private final YamlReader reader = YamlReader.kubernetes(notices);

  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"})
  void manyWordsAreTrue(String word) {
    assertThat(value(word)).isEqualTo(Scalar.TRUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"})
  void manyWordsAreFalse(String word) {
    assertThat(value(word)).isEqualTo(Scalar.FALSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void theseAreNull(String word) {
    assertThat(value(word)).isEqualTo(Scalar.NULL);
  }

  @ParameterizedTest
  @CsvSource({
    "0o17, 15",
    "017, 15",
    "08, 8",
    "00, 0",
    "-017, -15",
    "0_7, 7",
    "0x1F, 31",
    "0X1F, 31",
    "-0x10, -16",
    "0x_1F, 31",
    "0b101, 5",
    "-0b101, -5",
    "1_000, 1000",
    "1__0, 10",
    "1_000.5, 1000.5",
    "1_e3, 1000",
    "0.1e1_0, 1000000000",
    "+1, 1",
    "-0, 0",
    "-0.0, 0",
    "1e3, 1000",
    "1.5e3, 1500",
    "1e+3, 1000",
    "1.e2, 100",
    "5., 5",
    ".5, 0.5",
    "+.5, 0.5",
    ".5e1, 5",
    ".1_0, 0.1",
    "1.0, 1",
    "1.10, 1.1",
    "1e-400, 0",
    "9223372036854775808, 9223372036854775808",
    "12345678901234567890, 12345678901234567890",
    "-9223372036854775809, -9223372036854776000"
  })
  void numbersAreReadAsGoReadsThem(String written, String expected) {
    assertThat(value(written)).isInstanceOf(Scalar.class).hasToString(expected);
  }

  @Test
  void integersBeyond64BitsLoseTheirLastDigits() {
    assertThat(value("123456789012345678901234567890")).isEqualTo(Scalar.of(1.2345678901234568e29));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yEs",
        "oFF",
        "tRUE",
        "nUll",
        "0o8",
        "0o-7",
        "0b2",
        "0b",
        "0x",
        "0x1p4",
        "1e400",
        "._5",
        ".5_",
        "1:30",
        "190:20:30",
        "2001-01-01",
        "2001-12-14t21:59:43.10-05:00",
        "=",
        "<<",
        "---"
      })
  void theseAreStrings(String written) {
    assertThat(value(written)).isEqualTo(Text.of(written));
  }

  @Test
  void keysBecomeStrings() {
    assertThat(read("{1: a, true: b, 1.5: c, 0x10: e, off: f, 1.0e1: g}"))
        .isEqualTo(
            Mapping.builder()
                .put("1", "a")
                .put("true", "b")
                .put("1.5", "c")
                .put("16", "e")
                .put("false", "f")
                .put("10", "g")
                .build());
  }

  @Test
  void aNullKeyIsRefused() {
    assertThat(Failures.of(() -> read("{~: a}")))
        .containsExactly(
            "f:1:2: This key is null; keys are strings. Write the key before the ':'.");
  }

  @Test
  void theLastOfTwoEqualKeysCountsAndIsNoticed() {
    assertThat(read("{a: 1, b: 2, a: 3}"))
        .isEqualTo(Mapping.of("a", Scalar.of(3), "b", Scalar.of(2)));
    assertThat(notices.all())
        .extracting(Problem::toString)
        .containsExactly(
            "f:1:14: The key 'a' stands here a second time; the first is on line 1. Remove one of"
                + " the two.");
  }

  @Test
  void mergedEntriesCountInTheirTurn() {
    assertThat(read("{a: 1, <<: {a: 2, b: 3}}")).hasToString("{a: 2, b: 3}");
    assertThat(read("{<<: {a: 2, b: 3}, a: 1}")).hasToString("{a: 1, b: 3}");
    assertThat(read("x: &x {a: 1}\nz: {<<: *x, b: 2}")).hasToString("{x: {a: 1}, z: {a: 1, b: 2}}");
    assertThat(notices.isEmpty()).as("merging repeats no key").isTrue();
  }

  @Test
  void ofSeveralMergedMapsTheFirstCounts() {
    assertThat(((Mapping) read("{<<: [{a: 1}, {a: 2, b: 3}]}")).get("a")).isEqualTo(Scalar.of(1));
  }

  @Test
  void aQuotedMergeKeyIsAKey() {
    assertThat(read("{\"<<\": {a: 1}}")).hasToString("{<<: {a: 1}}");
  }

  @Test
  void nothingButMapsCanBeMerged() {
    assertThat(Failures.of(() -> read("a:\n  <<: 3\nb:\n  <<: [4]\n")))
        .containsExactly(
            "f:2:7: The merge key '<<' takes a map or a list of maps, not an integer. Give it a"
                + " map, or put the key in quotes if no merge is meant.",
            "f:4:8: The merge key '<<' takes a map or a list of maps, not an integer. Give it a"
                + " map, or put the key in quotes if no merge is meant.");
  }

  @Test
  void unknownTagsAreIgnored() {
    assertThat(read("[!Ref x, !Ref {b: 1}, ! 1, !!str 1, !!set {b}]"))
        .hasToString("[x, {b: 1}, 1, 1, {b: null}]");
  }

  @Test
  void knownTagsDecide() {
    assertThat(read("[!!int \"1\", !!float 1, !!binary aGk=, !!timestamp 2001-01-01]"))
        .isEqualTo(Seq.of(Scalar.of(1), Scalar.of(1), Text.of("hi"), Text.of("2001-01-01")));
    assertThat(Failures.of(() -> read("[!!bool x, !!null x, !!binary x]")))
        .containsExactly(
            "f:1:2: The value is tagged !!bool, but it is none. Leave the tag out, or write such a"
                + " value.",
            "f:1:12: The value is tagged !!null, but it is none. Leave the tag out, or write such a"
                + " value.",
            "f:1:22: The value is tagged !!binary, but it is none. Leave the tag out, or write such"
                + " a value.");
  }

  @Test
  void infinityIsRefused() {
    assertThat(Failures.of(() -> read("[.inf, .nan]")))
        .containsExactly(
            "f:1:2: This is no number that a manifest can hold. Write a finite number of ordinary"
                + " size, or put it in quotes if it is a string.",
            "f:1:8: This is no number that a manifest can hold. Write a finite number of ordinary"
                + " size, or put it in quotes if it is a string.");
  }

  @Test
  void aStreamIsReadDocumentByDocument() {
    List<YamlNode> documents = reader.readAll("f", "---\nkind: A\n---\n# none\n---\nkind: B\n");

    assertThat(documents).extracting(YamlNode::toNode).hasToString("[{kind: A}, {kind: B}]");
    assertThat(documents).extracting(YamlNode::position).hasToString("[f:2:1, f:6:1]");
  }

  private Node value(String written) {
    return ((Mapping) read("{k: " + written + "}")).value(0);
  }

  private Node read(String yaml) {
    return reader.read("f", yaml).toNode();
  }
}
