/**
 * Where the values of a Kubernetes Secret come from: one class per source, all behind {@link
 * dev.slipway.secret.SecretSource}, so that who uses a secret need not know.
 */
@NullMarked
package dev.slipway.secret;

import org.jspecify.annotations.NullMarked;
