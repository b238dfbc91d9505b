package dev.slipway.catalog.hypercache;

/**
 * How many pods may be away while a quorum of every key's owners is up.
 *
 * @param replicas how many pods there are
 * @param replicationFactor how many of them own each key
 */
record OwnerQuorum(int replicas, int replicationFactor) {

  /** How many owners of a key must be up for it to be read and written. */
  int needed() {
    return replicationFactor / 2 + 1;
  }

  /** How many pods may be away; 0 where every owner is needed. */
  int spare() {
    return replicationFactor - needed();
  }

  /** How many pods must stay for a quorum of every key's owners. */
  int minAvailable() {
    return replicas - spare();
  }

  /** Whether no budget both keeps a quorum and lets a node be drained. */
  boolean impossible() {
    return spare() == 0;
  }

  /** The arithmetic behind {@link #minAvailable}, as a phrase. */
  String arithmetic() {
    int owners = replicationFactor;
    return ("replication factor " + owners + ": a key has " + owners + " owners, ")
        + ("floor(" + owners + " / 2) + 1 = " + needed() + " of them must be up, ")
        + ("so " + owners + " - " + needed() + " = " + spare() + " may be away ")
        + ("and " + replicas + " - " + spare() + " = " + minAvailable())
        + (" of " + replicas + " pods must stay");
  }
}
