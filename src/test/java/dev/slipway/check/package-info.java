@NullMarked
package dev.slipway.check;

import org.jspecify.annotations.NullMarked;
