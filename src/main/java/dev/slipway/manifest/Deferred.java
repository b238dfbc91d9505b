package dev.slipway.manifest;

/**
 * A string that becomes known only while a door runs, such as an output of another resource.
 * Slipway carries it through; only the door that made it can resolve it.
 */
public interface Deferred {

  /** What a person calls this value, for messages: "output 'endpoint' of aws:rds:Instance 'db'". */
  String label();

  /** Whether the value must be masked wherever it is shown. */
  boolean secret();
}
