/** What completes the command's words in a shell: a script for each of the shells that can. */
@NullMarked
package dev.slipway.cli.completion;

import org.jspecify.annotations.NullMarked;
