/**
 * The Pod Security Standards as an evaluator: what keeps a pod from a level, and the strictest
 * level that admits pods.
 *
 * <p>Each control of the standards is one class, with the identifier that the standards'
 * implementation gives it and a revision for every version that changed it; {@link
 * dev.slipway.podsecurity.Controls} lists them.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security
 *     Standards</a>
 */
@NullMarked
package dev.slipway.podsecurity;

import org.jspecify.annotations.NullMarked;
