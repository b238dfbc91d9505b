/**
 * Environments, and the files that describe them: layered on one another, with secrets put in from
 * outside.
 */
@NullMarked
package dev.slipway.environment;

import org.jspecify.annotations.NullMarked;
