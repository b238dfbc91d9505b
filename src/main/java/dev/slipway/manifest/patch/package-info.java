/**
 * Changes to objects that the model has no words for: JSON patches, merge patches, strategic ones.
 */
@NullMarked
package dev.slipway.manifest.patch;

import org.jspecify.annotations.NullMarked;
