/** The pods that manifests come to, as far as a scheduler looks at them. */
@NullMarked
package dev.slipway.placement.pod;

import org.jspecify.annotations.NullMarked;
