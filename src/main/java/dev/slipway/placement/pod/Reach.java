package dev.slipway.placement.pod;

/** From where a volume can be reached once it is made. */
public enum Reach {
  /** From every node. */
  ANYWHERE,
  /** From the nodes of the zone that it was made in: the disks of clouds. */
  ZONE,
  /** From the node that it was made on alone. */
  NODE
}
