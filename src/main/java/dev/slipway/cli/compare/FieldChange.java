package dev.slipway.cli.compare;

import dev.slipway.manifest.Node;
import org.jspecify.annotations.Nullable;

/**
 * A field that would be another, with nothing secret in it.
 *
 * @param path where it is; things in lists by their names, where they have any: {@code
 *     spec.containers[web].image}
 * @param before its value now; null where it is not there
 * @param after its value then; null where it is gone
 * @param masked whether the value is a secret that changes; both are then the mask
 */
public record FieldChange(
    String path, @Nullable Node before, @Nullable Node after, boolean masked) {}
