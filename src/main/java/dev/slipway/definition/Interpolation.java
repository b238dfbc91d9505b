package dev.slipway.definition;

import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlScalar;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts values from outside a file in the places that ask for them. */
public interface Interpolation {

  /** Takes every string as it is written. */
  Interpolation NONE =
      new Interpolation() {
        @Override
        public boolean asks(String written) {
          return false;
        }

        @Override
        public Text text(YamlScalar scalar, Consumer<Problem> problems) {
          return Text.of(scalar.text());
        }
      };

  /** Whether a string asks for a value from outside. */
  boolean asks(String written);

  /** The text that a string stands for; null where it cannot be had, which is reported then. */
  @Nullable Text text(YamlScalar scalar, Consumer<Problem> problems);
}
