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
    return "replication factor %1$s: a key has %1$s owners, floor(%1$s / 2) + 1 = %2$s of them must be up, so %1$s - %2$s = %3$s may be away and %4$s - %3$s = %5$s of %4$s pods must stay"
        .formatted(replicationFactor, needed(), spare(), replicas, minAvailable());
  }
}
