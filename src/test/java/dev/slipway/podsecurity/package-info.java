/** A test for each control, and all of them against the pod files that the standards publish. */
@NullMarked
package dev.slipway.podsecurity;

import org.jspecify.annotations.NullMarked;
