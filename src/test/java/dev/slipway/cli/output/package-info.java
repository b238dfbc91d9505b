/** How output is laid out and written. */
@NullMarked
package dev.slipway.cli.output;

import org.jspecify.annotations.NullMarked;
