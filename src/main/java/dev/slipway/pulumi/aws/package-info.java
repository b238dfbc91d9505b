/**
 * What a Pulumi program creates on AWS for the applications of a cluster. Alone in seeing
 * com.pulumi.aws, and loaded by nobody but programs that use it; nothing in Slipway refers to it.
 */
@NullMarked
package dev.slipway.pulumi.aws;

import org.jspecify.annotations.NullMarked;
