/** What is different between objects as they are and as they would be, field by field. */
@NullMarked
package dev.slipway.cli.compare;

import org.jspecify.annotations.NullMarked;
