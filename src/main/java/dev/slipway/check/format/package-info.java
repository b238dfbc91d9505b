/** How reports and rules are shown: to people, and to other programs. */
@NullMarked
package dev.slipway.check.format;

import org.jspecify.annotations.NullMarked;
