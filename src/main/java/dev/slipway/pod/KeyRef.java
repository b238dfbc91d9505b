package dev.slipway.pod;

/** A key of a Kubernetes Secret in the pod's own namespace. */
public record KeyRef(String secret, String key) {
  @Override
  public String toString() {
    return secret + "/" + key;
  }
}
