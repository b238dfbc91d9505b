/** The model of an application: its workloads and all that stands around them. */
@NullMarked
package dev.slipway.app;

import org.jspecify.annotations.NullMarked;
