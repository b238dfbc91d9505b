/**
 * The scheduler's filters, each with its reasons, in the order in which the default profile asks
 * them.
 */
@NullMarked
package dev.slipway.placement.filter;

import org.jspecify.annotations.NullMarked;
