package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures as {@code resource.ParseQuantity} of k8s.io/apimachinery v0.34.2 gives them. */
class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "1, 1000, 1",
    "-1, -1000, -1",
    "+1, 1000, 1",
    "1., 1000, 1",
    ".5, 500, 1",
    "0.5, 500, 1",
    "1.5Gi, 1610612736000, 1610612736",
    "1Ki, 1024000, 1024",
    "1k, 1000000, 1000",
    "1e3, 1000000, 1000",
    "1E3, 1000000, 1000",
    "1e-3, 1, 1",
    "1e+03, 1000000, 1000",
    "100m, 100, 1",
    "1500m, 1500, 2",
    "1u, 1, 1",
    "1n, 1, 1",
    "1.0001m, 2, 1",
    "0.0001, 1, 1",
    "-0.0001, -1, -1",
    "-1.5, -1500, -2",
    "-1500u, -2, -1",
    "0.5Mi, 524288000, 524288",
    "00012, 12000, 12",
  })
  void unitsAreReadAndRoundedAwayFromZeroAsKubernetesDoes(String written, long milli, long whole) {
    assertThat(Quantity.of(written).milliValue()).isEqualTo(milli);
    assertThat(Quantity.of(written).value()).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "1E, 1000000000000000000",
    "1Ei, 1152921504606846976",
    "1e18, 1000000000000000000",
    "1P, 1000000000000000",
    "1Pi, 1125899906842624",
    "1T, 1000000000000",
    "1Ti, 1099511627776",
    "1G, 1000000000",
    "1M, 1000000",
    "1Mi, 1048576",
  })
  void everyUnitHasItsFactor(String written, long whole) {
    assertThat(Quantity.of(written).value()).isEqualTo(whole);
  }

  @Test
  void whatIsTooMuchForALongIsTheLargestOne() {
    assertThat(Quantity.of("1e30").value()).isEqualTo(Long.MAX_VALUE);
    assertThat(Quantity.of("1Ei").milliValue()).isEqualTo(Long.MAX_VALUE);
    assertThat(Quantity.of("-1e30").value()).isEqualTo(-Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " 1", "1 ", "1K", "1ki", "1mi", "1e", "1.2.3", "+", ".", "-.", "1_000", "0x10", "1EE",
        "1e3m", "1mK", "1Zi", "Mi", "1e1000", "one", "1\n", "\u0661"
      })
  void whatIsNoQuantityIsRefused(String written) {
    assertThat(Quantity.parse(written)).isNull();
    assertThatThrownBy(() -> Quantity.of(written))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "'%s' is no quantity. Write a number with an optional unit, such as 500m, 2, 512Mi or 1.5Gi."
                .formatted(written));
  }

  @Test
  void nothingIsFinerThanABillionth() {
    assertThat(Quantity.of("0.1n")).isEqualTo(Quantity.of("1n"));
    assertThat(Quantity.of("1e-10")).isEqualTo(Quantity.of("1n"));
    assertThat(Quantity.of("1.00000000001")).isEqualTo(Quantity.of("1000000001n"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1000m", "1Gi, 1024Mi", "1k, 1000", "0, 0.0", "1.5, 1500m", "1e3, 1k"})
  void quantitiesAreEqualByTheirAmount(String one, String other) {
    assertThat(Quantity.of(one))
        .isEqualTo(Quantity.of(other))
        .hasSameHashCodeAs(Quantity.of(other))
        .isEqualByComparingTo(Quantity.of(other));
  }

  @Test
  void quantitiesAreOrderedByTheirAmount() {
    assertThat(Quantity.of("999m")).isLessThan(Quantity.of("1"));
    assertThat(Quantity.of("1G")).isLessThan(Quantity.of("1Gi"));
    assertThat(Quantity.of("-1").isNegative()).isTrue();
    assertThat(Quantity.of("0m").isZero()).isTrue();
  }

  @Test
  void quantitiesAreWrittenAsTheyWereGiven() {
    assertThat(Quantity.of("1.50Gi").toNode()).isEqualTo(Text.of("1.50Gi"));
    assertThat(Quantity.milli(1500)).hasToString("1500m").isEqualTo(Quantity.of("1.5"));
    assertThat(Quantity.milli(2000)).hasToString("2");
    assertThat(Quantity.bytes(512L << 20)).hasToString("512Mi");
    assertThat(Quantity.bytes(1536L << 20)).hasToString("1536Mi");
    assertThat(Quantity.bytes(1000)).hasToString("1000");
    assertThat(Quantity.bytes(0)).hasToString("0");
    assertThat(Quantity.bytes(1L << 60)).hasToString("1Ei");
  }
}
