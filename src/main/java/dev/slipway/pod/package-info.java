/** What stands inside a pod: containers, their environment, volumes, probes and resources. */
@NullMarked
package dev.slipway.pod;

import org.jspecify.annotations.NullMarked;
