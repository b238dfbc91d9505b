package dev.slipway.check;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.testing.YamlText;
import java.util.ArrayList;
import java.util.List;

/** Manifests from the YAML of a test. */
final class Manifests {
  private Manifests() {}

  static List<Manifest> of(String yaml) {
    List<Manifest> manifests = new ArrayList<>();
    for (Mapping body : YamlText.documents(yaml)) {
      manifests.add(Manifest.of(body, Origin.of("test")));
    }
    return manifests;
  }
}
