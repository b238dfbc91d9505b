@NullMarked
package dev.slipway.catalog.hyperscience;

import org.jspecify.annotations.NullMarked;
