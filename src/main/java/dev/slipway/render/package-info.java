/**
 * From applications and a cluster to a plan: which manifests are shared, which belong to whom, and
 * what was declared beside them.
 */
@NullMarked
package dev.slipway.render;

import org.jspecify.annotations.NullMarked;
