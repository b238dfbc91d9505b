/** Launches applications onto Kubernetes clusters whose node groups it knows. */
@NullMarked
package dev.slipway;

import org.jspecify.annotations.NullMarked;
