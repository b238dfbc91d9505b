/**
 * The services that applications lean on: databases, object stores, image registries, and what a
 * workload needs to reach them.
 */
@NullMarked
package dev.slipway.backing;

import org.jspecify.annotations.NullMarked;
