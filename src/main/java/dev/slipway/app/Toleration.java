package dev.slipway.app;

import dev.slipway.cluster.Taint;
import dev.slipway.manifest.Mapping;
import java.util.Optional;

/**
 * What lets a pod onto nodes with a taint.
 *
 * @param key the taint's key; empty for every taint
 * @param value the taint's value; empty for any
 * @param effect the taint's effect; empty for any
 */
public record Toleration(String key, Optional<String> value, Optional<Taint.Effect> effect) {

  /** Exactly what a taint asks for. */
  public static Toleration of(Taint taint) {
    return new Toleration(
        taint.key(),
        taint.value().isEmpty() ? Optional.empty() : Optional.of(taint.value()),
        Optional.of(taint.effect()));
  }

  Mapping toNode() {
    Mapping.Builder node = Mapping.builder();
    if (!key.isEmpty()) {
      node.put("key", key);
    }
    node.put("operator", value.isPresent() ? "Equal" : "Exists");
    if (value.isPresent()) {
      node.put("value", value.get());
    }
    if (effect.isPresent()) {
      node.put("effect", effect.get().kubernetes());
    }
    return node.build();
  }
}
