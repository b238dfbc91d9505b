package dev.slipway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.pod.Image;

/** Any text is an image's reference or refused; what is one, is written back as it was. */
class ImageFuzzIT {
  @FuzzTest(maxDuration = "20s")
  void referencesAreReadOrRefused(byte[] input) {
    String reference = new String(input, UTF_8);
    Image image;
    try {
      image = Image.parse(reference);
    } catch (InvalidInputException e) {
      assertThat(e.problems()).isNotEmpty();
      return;
    }
    assertThat(image.reference().value()).isEqualTo(reference);
    assertThat(Image.parse(reference)).isEqualTo(image);
  }
}
