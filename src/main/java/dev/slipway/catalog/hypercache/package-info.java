/** HyperCache: a cache whose pods keep one another's keys, equal to its chart where asked. */
@NullMarked
package dev.slipway.catalog.hypercache;

import org.jspecify.annotations.NullMarked;
