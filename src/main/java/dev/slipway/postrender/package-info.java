/**
 * What an environment does to manifests that somebody else rendered: a chart's, an overlay's.
 *
 * <p>{@link dev.slipway.postrender.PostRenderer} is the way in. {@link
 * dev.slipway.postrender.ManifestStream} holds what came in with every byte of it, {@link
 * dev.slipway.postrender.PostRenderRule} says what is to be done to which objects, and what no rule
 * speaks of goes out as it came.
 */
@NullMarked
package dev.slipway.postrender;

import org.jspecify.annotations.NullMarked;
