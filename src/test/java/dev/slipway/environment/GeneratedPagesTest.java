package dev.slipway.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.slipway.catalog.Catalog;
import dev.slipway.manifest.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The pages that come from the definitions are as these say. {@code -Dslipway.update=true} writes
 * them anew, and fails all the same, so that nobody leaves it on.
 */
class GeneratedPagesTest {
  private static final Environments ENVIRONMENTS = new Environments(Catalog.systems());

  @Test
  void theReferencePageOfTheEnvironmentFile() throws IOException {
    isCurrent("docs/environment-file.md", ENVIRONMENTS.referencePage());
  }

  @Test
  void theSchemaForEditors() throws IOException {
    isCurrent("schema/slipway.schema.json", JsonWriter.write(ENVIRONMENTS.schema()));
  }

  @Test
  void theSchemaOfFilesThatExtendOthers() throws IOException {
    isCurrent("schema/slipway-overlay.schema.json", JsonWriter.write(ENVIRONMENTS.overlaySchema()));
  }

  private static void isCurrent(String page, String generated) throws IOException {
    Path file = Path.of(page);
    String written = Files.exists(file) ? Files.readString(file) : "";
    if (Boolean.getBoolean("slipway.update") && !written.equals(generated)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, generated);
      fail("%s is written anew; look at it, commit it, and run again without slipway.update", page);
    }
    assertThat(written)
        .as("%s is out of date; run this test with -Dslipway.update=true and commit it", page)
        .isEqualTo(generated);
  }
}
