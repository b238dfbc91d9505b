/** HyperbyteDB, by the custom resource of its operator. */
@NullMarked
package dev.slipway.catalog.hyperbytedb;

import org.jspecify.annotations.NullMarked;
