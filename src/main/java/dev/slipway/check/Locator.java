package dev.slipway.check;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Position;
import java.util.Optional;

/** Tells where a field of an object stands in a file. */
@FunctionalInterface
public interface Locator {
  /** Knows no more than where an object as a whole comes from. */
  Locator ORIGIN = (manifest, path) -> manifest.origin().at();

  /** The place of the field or, where it is missing, of what it is missing from. */
  Optional<Position> find(Manifest manifest, FieldPath path);
}
