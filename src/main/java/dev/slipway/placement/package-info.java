/**
 * Which pods can go on which declared nodes, and why not, before there is a cluster.
 *
 * <p>{@link dev.slipway.placement.Placement} is the way in. {@code pod} reads the pods that
 * manifests come to, {@code state} counts what stands where, {@code filter} has the scheduler's
 * filters, {@code search} decides, and {@code scenario} asks what happens when something changes.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/">Scheduling</a>
 */
@NullMarked
package dev.slipway.placement;

import org.jspecify.annotations.NullMarked;
