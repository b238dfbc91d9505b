/**
 * What the build makes for people to install, tried as they would: unpacked, with nothing but a
 * Java.
 */
@NullMarked
package dev.slipway.packaging;

import org.jspecify.annotations.NullMarked;
