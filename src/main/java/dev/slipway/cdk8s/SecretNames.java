package dev.slipway.cdk8s;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of Secrets that an application's objects bring or mention. */
final class SecretNames {
  private SecretNames() {}

  static Set<String> of(ManifestSet objects) {
    Set<String> names = new LinkedHashSet<>();
    for (Manifest manifest : objects) {
      if (manifest.ref().kind().equals("Secret")) {
        names.add(manifest.ref().name());
      }
      collect(manifest.body(), names);
    }
    return names;
  }

  private static void collect(Node node, Set<String> names) {
    if (node instanceof Seq seq) {
      seq.forEach(item -> collect(item, names));
    } else if (node instanceof Mapping mapping) {
      mapping.forEach(
          (key, value) -> {
            @Nullable String name =
                switch (key) {
                  case "secretName" -> mapping.string("secretName");
                  case "secretKeyRef", "secretRef" -> mapping.mapping(key).string("name");
                  default -> null;
                };
            if (name != null) {
              names.add(name);
            }
            collect(value, names);
          });
    }
  }
}
