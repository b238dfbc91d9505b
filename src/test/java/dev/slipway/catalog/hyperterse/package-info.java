@NullMarked
package dev.slipway.catalog.hyperterse;

import org.jspecify.annotations.NullMarked;
