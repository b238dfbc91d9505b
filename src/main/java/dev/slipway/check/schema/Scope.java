package dev.slipway.check.schema;

import dev.slipway.manifest.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * An object or a part of one that is being judged, and what it is in.
 *
 * @param up what it is a part of; null for the object itself
 */
record Scope(@Nullable Scope up, Place place, ApiType type, Mapping body) {}
