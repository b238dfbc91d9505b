package dev.slipway.placement.pod;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The labels of namespaces, the one that Kubernetes itself gives them included. */
final class Namespaces {
  private static final String NAME = "kubernetes.io/metadata.name";

  private final Map<String, Map<String, String>> labels = new HashMap<>();

  Namespaces(ManifestSet manifests) {
    for (Manifest namespace : manifests.ofKind("Namespace")) {
      String name = namespace.ref().name();
      Map<String, String> all =
          new LinkedHashMap<>(Fields.stringMap(namespace.metadata().mapping("labels")));
      all.put(NAME, name);
      labels.put(name, Collections.unmodifiableMap(all));
    }
  }

  Map<String, String> labels(String namespace) {
    return labels.computeIfAbsent(namespace, name -> Map.of(NAME, name));
  }

  /** The namespace that an object is in; {@code default} where it says none. */
  static String of(Manifest manifest) {
    String namespace = manifest.ref().namespace();
    return namespace.isEmpty() ? "default" : namespace;
  }
}
