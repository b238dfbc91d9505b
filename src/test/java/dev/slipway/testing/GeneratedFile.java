package dev.slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed file that comes from the code. {@code -Dslipway.update=true} writes it anew, and
 * fails all the same, so that nobody leaves it on.
 */
public final class GeneratedFile {
  private GeneratedFile() {}

  /** Fails unless the file is as it would be generated. */
  public static void isCurrent(String page, String generated) throws IOException {
    Path file = Path.of(page);
    String written = Files.exists(file) ? Files.readString(file) : "";
    if (Boolean.getBoolean("slipway.update") && !written.equals(generated)) {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, generated);
      fail("%s is written anew; look at it, commit it, and run again without slipway.update", page);
    }
    assertThat(written)
        .as("%s is out of date; run this test with -Dslipway.update=true and commit it", page)
        .isEqualTo(generated);
  }
}
