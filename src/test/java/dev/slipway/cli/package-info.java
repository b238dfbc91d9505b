/** The command, in this process and as one of its own. */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
