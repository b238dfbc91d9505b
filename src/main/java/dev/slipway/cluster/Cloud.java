package dev.slipway.cluster;

/** Whose machines a cluster runs on. */
public enum Cloud {
  AWS,
  GCP,
  AZURE,
  /** Machines of one's own, or a cloud that Slipway knows nothing of. */
  NONE
}
