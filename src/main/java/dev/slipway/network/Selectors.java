package dev.slipway.network;

import dev.slipway.manifest.Mapping;
import java.util.Map;
import java.util.TreeMap;

/** Label selectors in the form that Kubernetes takes. */
public final class Selectors {
  private Selectors() {}

  /** A selector of everything that carries all of the labels; of everything for none. */
  public static Mapping matchLabels(Map<String, String> labels) {
    return labels.isEmpty()
        ? Mapping.EMPTY
        : Mapping.of("matchLabels", Mapping.ofStrings(new TreeMap<>(labels)));
  }
}
