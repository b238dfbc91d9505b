/** The systems that Slipway knows: each one class, and a line in the registry. */
@NullMarked
package dev.slipway.catalog;

import org.jspecify.annotations.NullMarked;
