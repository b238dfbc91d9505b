/**
 * What a workload needs of pod security, declared once and rendered for every generation of it.
 *
 * <p>A {@link dev.slipway.security.SecurityProfile} says what containers may do. It gives the
 * security contexts of pods and containers, and each {@link dev.slipway.security.Admission} turns
 * it into what a kind of cluster wants to see before it lets such pods in.
 */
@NullMarked
package dev.slipway.security;

import org.jspecify.annotations.NullMarked;
