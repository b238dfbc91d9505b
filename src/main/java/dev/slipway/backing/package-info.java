/**
 * The services that applications lean on: databases, object stores and image registries. The first
 * two become a {@link dev.slipway.backing.Binding}, which any workload can take.
 */
@NullMarked
package dev.slipway.backing;

import org.jspecify.annotations.NullMarked;
