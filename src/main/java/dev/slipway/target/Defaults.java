package dev.slipway.target;

/** What stands in a manifest where the model says nothing. */
public enum Defaults {
  /** The strict choices: restricted pod security, a budget, a network policy, spread, requests. */
  STRICT,
  /** Nothing: what is rendered is what was given, and no more. */
  AS_GIVEN
}
