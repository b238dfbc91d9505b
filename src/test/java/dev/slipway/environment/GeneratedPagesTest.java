package dev.slipway.environment;

import static dev.slipway.testing.GeneratedFile.isCurrent;

import dev.slipway.catalog.Catalog;
import dev.slipway.manifest.JsonWriter;
import java.io.IOException;
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
}
