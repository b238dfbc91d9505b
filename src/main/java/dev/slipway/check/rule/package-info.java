/** The rules, one class each, and the list of them. */
@NullMarked
package dev.slipway.check.rule;

import org.jspecify.annotations.NullMarked;
