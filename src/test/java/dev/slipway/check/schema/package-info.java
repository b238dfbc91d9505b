@NullMarked
package dev.slipway.check.schema;

import org.jspecify.annotations.NullMarked;
