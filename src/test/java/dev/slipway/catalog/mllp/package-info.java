@NullMarked
package dev.slipway.catalog.mllp;

import org.jspecify.annotations.NullMarked;
