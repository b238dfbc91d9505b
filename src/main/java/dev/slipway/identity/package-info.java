/** Whom a workload is to a cloud, and what that cloud must know for it. */
@NullMarked
package dev.slipway.identity;

import org.jspecify.annotations.NullMarked;
