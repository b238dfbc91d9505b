@NullMarked
package dev.slipway.cdk8s;

import org.jspecify.annotations.NullMarked;
