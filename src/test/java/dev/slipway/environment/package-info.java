/** Tests of environments and their files. */
@NullMarked
package dev.slipway.environment;

import org.jspecify.annotations.NullMarked;
