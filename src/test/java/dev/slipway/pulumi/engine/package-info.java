/** The real engine, with a provider that applies to the control plane of tests. */
@NullMarked
package dev.slipway.pulumi.engine;

import org.jspecify.annotations.NullMarked;
