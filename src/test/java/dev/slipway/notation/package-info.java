/** Tests of how the model is written in files. */
@NullMarked
package dev.slipway.notation;

import org.jspecify.annotations.NullMarked;
