package dev.slipway.pod;

/** When a node asks the registry for an image. */
public enum PullPolicy {
  /** For every container, to learn whether the tag has moved. */
  ALWAYS("Always"),
  /** When it has none of that name. */
  IF_NOT_PRESENT("IfNotPresent"),
  /** Never: somebody else puts it on the node. */
  NEVER("Never");

  private final String kubernetes;

  PullPolicy(String kubernetes) {
    this.kubernetes = kubernetes;
  }

  /** As Kubernetes writes it: {@code IfNotPresent}. */
  public String kubernetes() {
    return kubernetes;
  }
}
