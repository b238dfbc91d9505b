package dev.slipway.check.schema;

import dev.slipway.manifest.FieldPath;

/**
 * Something in an object for which the API server refuses it.
 *
 * @param path the field, or the one that is missing
 * @param message what is the case
 * @param remedy what to do about it; empty where nothing better is known than the rule's own
 */
public record Fault(What what, FieldPath path, String message, String remedy) {

  /** The ways in which an object can differ from what the API takes. */
  public enum What {
    UNKNOWN_FIELD,
    WRONG_VALUE,
    MISSING_FIELD,
    UNSERVED_KIND
  }
}
