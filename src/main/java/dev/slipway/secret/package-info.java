/** Where the values of a Kubernetes Secret come from. */
@NullMarked
package dev.slipway.secret;

import org.jspecify.annotations.NullMarked;
