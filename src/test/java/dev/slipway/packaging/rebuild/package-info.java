/**
 * What the build makes, made a second time; a build in a test, and so only where CI asks for it.
 */
@NullMarked
package dev.slipway.packaging.rebuild;

import org.jspecify.annotations.NullMarked;
