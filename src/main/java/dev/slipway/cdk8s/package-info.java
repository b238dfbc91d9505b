/**
 * The cdk8s door: constructs that put a plan's manifests into anybody's app. Alone in seeing jsii.
 */
@NullMarked
package dev.slipway.cdk8s;

import org.jspecify.annotations.NullMarked;
