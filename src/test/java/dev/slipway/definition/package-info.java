/** Tests of definitions. */
@NullMarked
package dev.slipway.definition;

import org.jspecify.annotations.NullMarked;
