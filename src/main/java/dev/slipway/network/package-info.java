/**
 * How traffic reaches an application's pods and leaves them: Services, Ingresses and
 * NetworkPolicies.
 */
@NullMarked
package dev.slipway.network;

import org.jspecify.annotations.NullMarked;
