@NullMarked
package dev.slipway.catalog.hyperbytedb;

import org.jspecify.annotations.NullMarked;
