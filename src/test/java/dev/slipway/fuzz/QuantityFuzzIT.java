package dev.slipway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.slipway.manifest.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Any text is a quantity or none; what is one counts the same however it is worked out. */
class QuantityFuzzIT {
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  @FuzzTest(maxDuration = "20s")
  void quantitiesAreExact(byte[] input) {
    String written = new String(input, UTF_8);
    Quantity quantity = Quantity.parse(written);
    if (quantity == null) {
      return;
    }
    BigDecimal amount = quantity.amount();
    assertThat(quantity).hasToString(written);
    assertThat(quantity.isZero()).isEqualTo(amount.signum() == 0);
    assertThat(quantity.isNegative()).isEqualTo(amount.signum() < 0);
    assertThat(quantity.milliValue()).isEqualTo(rounded(amount.movePointRight(3)));
    assertThat(quantity.value()).isEqualTo(rounded(amount));
    if (amount.abs().compareTo(MOST) < 0) {
      Quantity plain = Quantity.of(amount.toPlainString());
      assertThat(quantity).isEqualByComparingTo(plain).isEqualTo(plain).hasSameHashCodeAs(plain);
    }
  }

  private static long rounded(BigDecimal amount) {
    BigDecimal whole = amount.setScale(0, RoundingMode.UP);
    return whole.abs().compareTo(MOST) > 0
        ? whole.signum() * Long.MAX_VALUE
        : whole.longValueExact();
  }
}
