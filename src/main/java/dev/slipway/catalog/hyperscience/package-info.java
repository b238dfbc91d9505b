/** The Hyperscience Platform: the application, its trainer, its operator and what they need. */
@NullMarked
package dev.slipway.catalog.hyperscience;

import org.jspecify.annotations.NullMarked;
