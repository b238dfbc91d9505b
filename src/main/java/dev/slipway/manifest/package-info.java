/**
 * The immutable tree that every manifest is made of, what identifies a manifest, and the set of
 * them in apply order.
 *
 * <p>Nothing here knows a cluster or an application. Everything else in Slipway is built on it.
 */
@NullMarked
package dev.slipway.manifest;

import org.jspecify.annotations.NullMarked;
