package dev.slipway.placement;

import dev.slipway.manifest.Quantity;

/**
 * A pod and its node.
 *
 * @param workload what makes the pod, such as {@code Deployment web}
 * @param pod its name, numbered where its controller would draw lots
 * @param cpu what it requests, in cores
 * @param memory what it requests, in bytes
 */
public record Placed(
    String namespace,
    String workload,
    String pod,
    String node,
    String nodeGroup,
    Quantity cpu,
    Quantity memory) {
  /** Whether it stands for head-room that is kept free, and is no pod. */
  public boolean isHeadroom() {
    return namespace.isEmpty() && workload.startsWith("Head-room ");
  }
}
