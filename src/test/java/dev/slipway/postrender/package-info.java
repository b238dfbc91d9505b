@NullMarked
package dev.slipway.postrender;

import org.jspecify.annotations.NullMarked;
