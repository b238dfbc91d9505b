/**
 * The YAML door: how an environment's plan is laid out in files, and how a folder of such files is
 * replaced as one.
 */
@NullMarked
package dev.slipway.cli.output;

import org.jspecify.annotations.NullMarked;
