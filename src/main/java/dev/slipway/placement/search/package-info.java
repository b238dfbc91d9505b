/**
 * Decides whether pods can be placed: as the scheduler would, otherwise, or provably not at all.
 */
@NullMarked
package dev.slipway.placement.search;

import org.jspecify.annotations.NullMarked;
