package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.YamlText;
import org.junit.jupiter.api.Test;

class FieldPathTest {

  @Test
  void aPathIsWrittenAsKubernetesWritesIt() {
    assertThat(FieldPath.of("spec", "containers").index(0).key("image"))
        .hasToString("spec.containers[0].image");
    assertThat(FieldPath.ROOT.index(2).key("a")).hasToString("[2].a");
    assertThat(FieldPath.ROOT).hasToString("");
  }

  @Test
  void keysThatHoldMoreThanAWordAreQuoted() {
    assertThat(FieldPath.of("metadata", "annotations", "example.com/a"))
        .hasToString("metadata.annotations[\"example.com/a\"]");
    assertThat(FieldPath.of("data", "tls.crt")).hasToString("data[\"tls.crt\"]");
    assertThat(FieldPath.of("data", "")).hasToString("data[\"\"]");
    assertThat(FieldPath.of("data", "a\nb")).hasToString("data[\"a\\nb\"]");
    assertThat(FieldPath.of("data", "pod-name_1")).hasToString("data.pod-name_1");
  }

  @Test
  void aPathFindsItsNode() {
    Mapping object = YamlText.mapping("{spec: {containers: [{name: a}, {name: b}]}}");

    assertThat(FieldPath.of("spec", "containers").index(1).key("name").in(object))
        .isEqualTo(Text.of("b"));
    assertThat(FieldPath.ROOT.in(object)).isEqualTo(object);
    assertThat(FieldPath.of("spec", "containers").index(2).in(object)).isNull();
    assertThat(FieldPath.of("spec").index(0).in(object)).isNull();
    assertThat(FieldPath.of("spec", "containers", "name").in(object)).isNull();
  }

  @Test
  void aPathIsAValue() {
    FieldPath path = FieldPath.of("a").index(1);

    assertThat(path)
        .isEqualTo(FieldPath.of("a").index(1))
        .hasSameHashCodeAs(FieldPath.of("a").index(1));
    assertThat(path).isNotEqualTo(FieldPath.of("a", "1"));
    assertThat(path.parent()).isEqualTo(FieldPath.of("a"));
    assertThat(FieldPath.ROOT.parent()).isEqualTo(FieldPath.ROOT);
    assertThat(path.segments()).containsExactly("a", 1);
  }
}
