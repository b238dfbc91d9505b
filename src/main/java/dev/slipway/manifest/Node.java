package dev.slipway.manifest;

/**
 * A value in a manifest: {@link Scalar} (null, boolean, number), {@link Text} (every string),
 * {@link Seq} (a list) or {@link Mapping} (a map). Immutable; two nodes are equal when they hold
 * the same values, and mappings compare without regard to the order of their keys, as JSON objects
 * do.
 */
public sealed interface Node permits Scalar, Text, Seq, Mapping {

  /** The name of this node's type as a user would say it: "a string", "a list", … */
  String describe();
}
