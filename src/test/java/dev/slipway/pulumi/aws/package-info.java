@NullMarked
package dev.slipway.pulumi.aws;

import org.jspecify.annotations.NullMarked;
