/** Nodes, and what stands on them, counted as pods come and go. */
@NullMarked
package dev.slipway.placement.state;

import org.jspecify.annotations.NullMarked;
