/**
 * The Pulumi door: components that register a plan's manifests as resources. Alone in seeing
 * com.pulumi.
 */
@NullMarked
package dev.slipway.pulumi;

import org.jspecify.annotations.NullMarked;
