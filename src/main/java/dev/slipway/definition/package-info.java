/**
 * What may stand in a file, said once: a {@link dev.slipway.definition.Definition} names the fields
 * of an object with their types, ranges, defaults, examples and meaning. The reader of files, the
 * JSON Schema for editors and the reference pages all come from it, without reflection.
 */
@NullMarked
package dev.slipway.definition;

import org.jspecify.annotations.NullMarked;
