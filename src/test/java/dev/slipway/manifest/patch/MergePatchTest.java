package dev.slipway.manifest.patch;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7386. */
class MergePatchTest {

  /** Appendix A, but for documents that are no maps. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: b}            | {a: c}             | {a: c}",
        "{a: b}            | {b: c}             | {a: b, b: c}",
        "{a: b}            | {a: null}          | {}",
        "{a: b, b: c}      | {a: null}          | {b: c}",
        "{a: [b]}          | {a: c}             | {a: c}",
        "{a: c}            | {a: [b]}           | {a: [b]}",
        "{a: {b: c}}       | {a: {b: d, c: null}} | {a: {b: d}}",
        "{a: [{b: c}]}     | {a: [1]}           | {a: [1]}",
        "{e: null}         | {a: 1}             | {e: null, a: 1}",
        "{}                | {a: {bb: {ccc: null}}} | {a: {bb: {}}}",
        "{a: foo}          | {a: {b: 1}}        | {a: {b: 1}}",
      })
  void mapsAreMergedAndAllElseReplaced(String before, String patch, String after) {
    assertThat(Patch.merge(mapping(patch)).apply(mapping(before))).isEqualTo(mapping(after));
  }

  @Test
  void nullsInListsStay() {
    assertThat(Patch.merge(mapping("a: [null, {b: null}]")).apply(mapping("a: 1")))
        .isEqualTo(mapping("a: [null, {b: null}]"));
  }

  @Test
  void fieldsKeepTheirPlaces() {
    assertThat(Patch.merge(mapping("{c: 4, b: null, a: 3}")).apply(mapping("{a: 1, b: 2, d: 5}")))
        .hasToString("{a: 3, d: 5, c: 4}");
  }
}
