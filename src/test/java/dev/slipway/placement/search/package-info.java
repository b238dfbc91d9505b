@NullMarked
package dev.slipway.placement.search;

import org.jspecify.annotations.NullMarked;
