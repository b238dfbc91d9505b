/**
 * The command: its verbs, what it reads from the disk and the environment, and what it says.
 *
 * <p>Everything that a run touches outside of itself comes in a {@link dev.slipway.cli.World}, so
 * that tests see every byte that goes in or out.
 */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
