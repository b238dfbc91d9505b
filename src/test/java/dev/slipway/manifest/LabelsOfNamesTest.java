package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelsOfNamesTest {

  @Test
  void nameWithoutDotsStaysAsItIs() {
    assertThat(Names.toLabel("hs-db", 63)).isEqualTo("hs-db");
  }

  @Test
  void dotsBecomeDashesAndADigestKeepsNamesApart() {
    assertThat(Names.toLabel("hs.db", 63)).matches("hs-db-[0-9a-f]{8}");
    assertThat(Names.toLabel("hs.db", 63)).isNotEqualTo(Names.toLabel("h.s.db", 63));
  }

  @Test
  void labelIsNoLongerThanAllowed() {
    String dotted = "a.".repeat(100) + "b";

    assertThat(Names.toLabel(dotted, 20)).hasSizeLessThanOrEqualTo(20);
    assertThat(Names.label(Names.toLabel(dotted, 63))).isEmpty();
    assertThat(Names.label(Names.toLabel("x".repeat(253), 63))).isEmpty();
  }
}
