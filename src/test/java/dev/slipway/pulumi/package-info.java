@NullMarked
package dev.slipway.pulumi;

import org.jspecify.annotations.NullMarked;
