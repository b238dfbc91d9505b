/**
 * How the parts of the model are written in a file: databases, secrets, identities, containers,
 * workloads. Environment files and the systems of the catalogue share these definitions.
 */
@NullMarked
package dev.slipway.notation;

import org.jspecify.annotations.NullMarked;
