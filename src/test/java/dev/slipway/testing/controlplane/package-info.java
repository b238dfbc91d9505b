/**
 * A real control plane for tests: etcd, API server, scheduler and controllers with nodes that kwok
 * pretends to run, a real kubelet where a pod has to run, and an API server of the last release
 * with PodSecurityPolicy.
 *
 * <p>Start at {@link dev.slipway.testing.controlplane.ControlPlane}, {@link
 * dev.slipway.testing.controlplane.RealKubelet} and {@link
 * dev.slipway.testing.controlplane.LegacyControlPlane}; {@link
 * dev.slipway.testing.controlplane.Running} ties them to JUnit. What only fake nodes have seen is
 * scheduled, never running.
 */
@NullMarked
package dev.slipway.testing.controlplane;

import org.jspecify.annotations.NullMarked;
