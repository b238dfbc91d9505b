package dev.slipway.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.InvalidInputException;
import org.junit.jupiter.api.Test;

class LevelTest {
  @Test
  void levelsAreReadAsTheyAreWritten() {
    for (Level level : Level.values()) {
      assertThat(Level.of(level.label())).isEqualTo(level);
    }
    assertThat(Level.RESTRICTED).hasToString("restricted");
  }

  @Test
  void aMisspeltLevelIsGuessed() {
    assertThatThrownBy(() -> Level.of("Restrictd"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "'Restrictd' is no level of the Pod Security Standards. Did you mean 'restricted'?");
    assertThatThrownBy(() -> Level.of("strict"))
        .hasMessage(
            "'strict' is no level of the Pod Security Standards. There are privileged, baseline and"
                + " restricted.");
  }

  @Test
  void aLevelIncludesTheLooserOnes() {
    assertThat(Level.RESTRICTED.includes(Level.BASELINE)).isTrue();
    assertThat(Level.BASELINE.includes(Level.BASELINE)).isTrue();
    assertThat(Level.BASELINE.includes(Level.RESTRICTED)).isFalse();
  }
}
