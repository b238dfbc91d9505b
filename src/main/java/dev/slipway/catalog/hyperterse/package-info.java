/** Hyperterse: a stateless server of tools, from an image that was built with its configuration. */
@NullMarked
package dev.slipway.catalog.hyperterse;

import org.jspecify.annotations.NullMarked;
