@NullMarked
package dev.slipway.catalog.hypercache;

import org.jspecify.annotations.NullMarked;
