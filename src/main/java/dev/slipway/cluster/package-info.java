/**
 * The cluster that applications are launched onto: its cloud and distribution, its version, its
 * node groups and what their nodes offer.
 */
@NullMarked
package dev.slipway.cluster;

import org.jspecify.annotations.NullMarked;
