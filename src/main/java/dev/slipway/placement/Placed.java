package dev.slipway.placement;

/**
 * A pod and its node.
 *
 * @param workload what makes the pod, such as {@code Deployment web}
 * @param pod its name, numbered where its controller would draw lots
 */
public record Placed(
    String namespace, String workload, String pod, String node, String nodeGroup) {}
