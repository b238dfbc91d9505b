@NullMarked
package dev.slipway.placement;

import org.jspecify.annotations.NullMarked;
