/** What a profile becomes in pods and in every generation of pod security. */
@NullMarked
package dev.slipway.security;

import org.jspecify.annotations.NullMarked;
