/**
 * What everything that renders itself is given (a target) and what it gives to (a sink): manifests,
 * declarations, documents and notices.
 */
@NullMarked
package dev.slipway.target;

import org.jspecify.annotations.NullMarked;
