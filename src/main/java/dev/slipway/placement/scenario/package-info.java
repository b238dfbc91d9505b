/**
 * What a cluster has to hold besides the declared state: a drained node, a lost zone, a rollout.
 */
@NullMarked
package dev.slipway.placement.scenario;

import org.jspecify.annotations.NullMarked;
