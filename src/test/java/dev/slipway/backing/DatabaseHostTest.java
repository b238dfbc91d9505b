package dev.slipway.backing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.InvalidInputException;
import org.junit.jupiter.api.Test;

class DatabaseHostTest {
  @Test
  void aConnectionUrlGivenForAHostIsRefusedWithoutShowingItsPassword() {
    assertThatThrownBy(
            () -> Database.postgres("16").host("postgres://u:canary@db.example.com:5432/x").build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("What is given, a URL or login, is no host.")
        .hasMessageNotContaining("canary");
  }
}
