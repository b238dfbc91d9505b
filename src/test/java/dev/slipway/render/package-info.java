@NullMarked
package dev.slipway.render;

import org.jspecify.annotations.NullMarked;
