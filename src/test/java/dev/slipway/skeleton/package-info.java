/** One workload, one secret and one value known only later, through all three doors. */
@NullMarked
package dev.slipway.skeleton;

import org.jspecify.annotations.NullMarked;
